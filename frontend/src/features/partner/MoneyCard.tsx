import type { ReactElement } from "react";
import { Amount } from "../../components/Amount";
import { Card } from "../../components/Card";
import { Figure } from "../../components/Figure";
import { Icon } from "../../components/Icon";
import { cleanText } from "../../lib/format/cleanText";
import { formatDate } from "../../lib/format/formatDate";
import type { Currency } from "../chain/Currency";
import { ViewFace } from "../chain/ViewFace";
import { ClaimButton } from "../claim/ClaimButton";
import type { PartyPart } from "./PartnerPage";
import { type PartyMoney, usePartyMoney } from "./usePartyMoney";
import { usePeriods } from "./usePeriods";

type Props = PartyPart & { currency: Currency };

/** What a party has in one currency, and the claim. */
export function MoneyCard(props: Props): ReactElement {
  const { currency, ...part } = props;
  const money = usePartyMoney(part, currency);
  return (
    <Card title={`Money in ${currency.symbol}`}>
      <ViewFace query={money} what="Reading the balance">
        {(data) => (
          <div className="flex flex-col gap-6">
            <Figures currency={currency} money={data} />
            <HeldUntil {...props} />
            <LineFigures currency={currency} money={data} />
            <Claims {...props} money={data} />
          </div>
        )}
      </ViewFace>
    </Card>
  );
}

function Figures({ money, currency }: { money: PartyMoney; currency: Currency }): ReactElement {
  const { account } = money;
  const figures = [
    ["Earned", account.earned, "lines and settled standing lines"],
    ["Reversed", account.reversed, "by refunds, while held"],
    ["Held", account.held, "not final yet"],
    ["Locked", account.locked, "final: nobody can change it"],
    ["Claimed", account.claimed, "paid out of what is locked"],
    ["Claimable", account.claimable, "locked and not paid out yet"],
  ] as const;
  return (
    <dl className="grid grid-cols-1 gap-px overflow-hidden rounded-xl border border-line bg-line sm:grid-cols-2 lg:grid-cols-3">
      {figures.map(([label, amount, hint]) => (
        <Figure hint={hint} key={label} label={label}>
          <Amount amount={amount} decimals={currency.decimals} symbol={currency.symbol} />
        </Figure>
      ))}
    </dl>
  );
}

function HeldUntil({ currency, ...part }: Props): ReactElement | null {
  const periods = usePeriods(part, currency);
  const held = (periods.data ?? []).filter((period) => period.held > 0n);
  if (held.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1.5 text-sm">
      {held.map((period) => (
        <li className="flex flex-wrap items-center gap-x-2" key={period.period}>
          <Icon className="text-muted" name="clock" />
          <Amount amount={period.held} decimals={currency.decimals} symbol={currency.symbol} />
          <span className="text-muted">
            of period {period.period} lock on {formatDate(period.locks)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function LineFigures({
  money,
  currency,
}: {
  money: PartyMoney;
  currency: Currency;
}): ReactElement | null {
  if (money.lines.length === 0) return null;
  const show = (amount: bigint): ReactElement => (
    <Amount amount={amount} decimals={currency.decimals} symbol={currency.symbol} />
  );
  return (
    <ul className="flex flex-col gap-1.5 text-sm">
      {money.lines.map(({ index, name, held, locked }) => (
        <li key={index}>
          <span className="font-medium">Standing line “{cleanText(name)}”</span>: {show(held)} held,{" "}
          {show(locked)} locked and not settled yet. Settled earnings count above.
        </li>
      ))}
    </ul>
  );
}

/** A claim of a standing line or of the residual pays whatever else is claimable along with it. */
function Claims({ program, party, currency, money }: Props & { money: PartyMoney }): ReactElement {
  const { account, lines, residual } = money;
  const others = lines.length > 0 || residual !== undefined;
  const hasOwn = !others || account.claimable > 0n || account.claimed > 0n;
  const shared = { program: program.address, currency };
  const call = { party, currency: currency.address };
  return (
    <div className="flex flex-col gap-4">
      {hasOwn && (
        <ClaimButton
          {...shared}
          amount={account.claimable}
          call={{ what: "party", ...call }}
          verb="Claim"
        />
      )}
      {lines.map(({ index, name, locked }) => (
        <ClaimButton
          {...shared}
          amount={locked === 0n ? 0n : locked + account.claimable}
          call={{ what: "line", line: BigInt(index), ...call }}
          key={index}
          verb={`Claim with line “${cleanText(name)}”`}
        />
      ))}
      {residual !== undefined && (
        <ClaimButton
          {...shared}
          amount={residual === 0n ? 0n : residual + account.claimable}
          call={{ what: "residual", ...call }}
          verb="Claim with the residual"
        />
      )}
    </div>
  );
}
