import { lazy, type ReactElement, Suspense } from "react";
import { Amount } from "../../components/Amount";
import { Badge } from "../../components/Badge";
import { Id } from "../../components/Id";
import { Name } from "../../components/Name";
import type { FoundSale } from "../../history/QUESTIONS";
import { QueryBoundary } from "../chain/QueryBoundary";
import { useHistoryLink } from "../chain/useHistory";
import { useView } from "../chain/useView";
import { DuplicateNotice } from "./DuplicateNotice";
import type { ProgramCardProps } from "./ProgramCardProps";
import { SaleDispute } from "./SaleDispute";
import { SaleFacts } from "./SaleFacts";
import { SaleLines } from "./SaleLines";

const SaleActs = lazy(async () => {
  const { SaleActs: component } = await import("./SaleActs");
  return { default: component };
});

interface Props {
  found: FoundSale;
  card: ProgramCardProps;
}

/** Who earns what on one sale, by the program, which has its proof checked, and what became of it since. */
export function SaleDetail({ found, card }: Props): ReactElement {
  const { program, state, currency, revision } = card;
  const { sale, batch } = found;
  const link = useHistoryLink(program.address);
  const detail = useView(program, ["sale", `${sale.at}`], revision, async (read) => {
    const shown = await link.ask("shownSale", [sale.at]);
    const [lines, [, , , , period, locksAt]] = await Promise.all([
      read.describeSale([shown]),
      read.saleAt([shown]),
    ]);
    return { lines, period, locksAt };
  });
  return (
    <QueryBoundary query={detail} what="Reading the sale’s lines">
      {({ lines, period, locksAt }) => (
        <div className="flex flex-col gap-5">
          <SaleFacts {...{ batch, locksAt, period, sale, state }} />
          <DuplicateNotice card={card} found={found} locksAt={locksAt} />
          <SaleLines card={card} lines={lines} sale={sale} />
          <SaleDispute dispute={state.past.disputes.get(sale.at)} now={state.head.time} />
          <Suspense>
            <SaleActs card={card} locksAt={locksAt} sale={sale} />
          </Suspense>
          {sale.refunds.map((refund, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an id may be of several refunds, and none is ever taken away
            <p className="text-sm" key={index}>
              <Badge tone="warn">Refund</Badge> <Id id={refund.id} />:{" "}
              <Amount
                amount={refund.amount}
                decimals={currency.decimals}
                symbol={currency.symbol}
              />
              {refund.reason !== "" && (
                <>
                  {" – “"}
                  <Name text={refund.reason} />”
                </>
              )}
            </p>
          ))}
        </div>
      )}
    </QueryBoundary>
  );
}
