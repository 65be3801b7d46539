import type { Currency } from "@core/currency/Currency";
import { NET, RESIDUAL_RATE, type Terms } from "@core/deal/Terms";
import type { PartyLine } from "@core/ledger/linesOf";
import { ONE } from "@core/money/ppm";
import { formatPercentage } from "@core/text/formatPercentage";
import type { ReactElement } from "react";
import { Amount } from "../../components/Amount";
import { Name } from "../../components/Name";
import { keepUnits } from "../../lib/text/keepUnits";

interface Props {
  line: PartyLine;
  terms: Terms;
  currency: Pick<Currency, "decimals">;
}

/** What produced a line: the role, its frozen rate and what the rate is of. */
export function Why({ line, terms, currency }: Props): ReactElement {
  const role = terms.roles[line.role];
  const sale = <Amount amount={line.sale.amount} decimals={currency.decimals} />;
  return (
    <>
      <Name text={role?.name ?? `role ${line.role}`} />
      <span className="block text-xs text-muted">
        {line.rate === RESIDUAL_RATE ? (
          <>what remains of {sale}</>
        ) : role?.stage === NET ? (
          <>
            {keepUnits(formatPercentage(line.rate))} of the net of {sale}
          </>
        ) : (
          <>
            {keepUnits(formatPercentage(line.rate))} × {sale}
            {isShared(line) && ", shared with others in this role"}
          </>
        )}
      </span>
    </>
  );
}

/** A line below its rate is one of several credits that divide the role by weight. */
function isShared({ rate, sale, amount }: PartyLine): boolean {
  return amount !== (sale.amount * BigInt(rate)) / BigInt(ONE);
}
