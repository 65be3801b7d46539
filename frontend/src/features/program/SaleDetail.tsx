import { RESIDUAL_RATE } from "@core/deal/Terms";
import { nameOfId } from "@core/ids/nameOfId";
import type { LedgerSale } from "@core/ledger/Ledger";
import { formatPercentage } from "@core/text/formatPercentage";
import { formatTime } from "@core/text/formatTime";
import { shortenHex } from "@core/text/shortenHex";
import type { ReactElement } from "react";
import { Amount } from "../../components/Amount";
import { Badge } from "../../components/Badge";
import { HexText } from "../../components/HexText";
import { Id } from "../../components/Id";
import { Name } from "../../components/Name";
import { useChainInfo } from "../chain/ChainContext";
import { explorerLink } from "../chain/explorerLink";
import { PartyLink } from "../chain/PartyLink";
import { QueryBoundary } from "../chain/QueryBoundary";
import { useView } from "../chain/useView";
import type { ProgramCardProps } from "./ProgramCardProps";
import { SaleDispute } from "./SaleDispute";

interface Props {
  sale: LedgerSale;
  card: ProgramCardProps;
}

/** Who earns what on one sale, by the program's own `saleLines`, and what was refunded of it. */
export function SaleDetail({ sale, card }: Props): ReactElement {
  const { program, state, currency, revision } = card;
  const { explorer } = useChainInfo();
  const detail = useView(program, ["sale", sale.id], revision, async (read) => {
    const [lines, [, , , , period, locksAt]] = await Promise.all([
      read.saleLines([sale.id]),
      read.saleOf([sale.id]),
    ]);
    return { lines, period, locksAt };
  });
  const amount = (value: bigint): ReactElement => (
    <Amount amount={value} decimals={currency.decimals} />
  );
  return (
    <QueryBoundary query={detail} what="Reading the sale’s lines">
      {({ lines, period, locksAt }) => {
        const isLocked = state.head.time >= locksAt;
        return (
          <div className="flex flex-col gap-5">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-muted">
              <Badge icon={isLocked ? "lock" : "clock"} tone={isLocked ? "good" : "warn"}>
                {isLocked ? "Locked on" : "Held, locks on"} {formatTime(locksAt)}
              </Badge>
              <span>Period {period.toString()}</span>
              <span className="inline-flex flex-wrap items-center gap-x-1">
                {sale.payer === undefined ? (
                  "Paid elsewhere"
                ) : (
                  <>
                    Paid on chain by
                    <HexText
                      hex={sale.payer}
                      href={explorerLink(explorer, "address", sale.payer)}
                      what="address"
                    />
                  </>
                )}
              </span>
              <span className="inline-flex items-center gap-1">
                Posted in
                <HexText
                  hex={sale.place.transaction}
                  href={explorerLink(explorer, "tx", sale.place.transaction)}
                  what="transaction"
                />
              </span>
            </div>
            <table className="w-full text-sm">
              <caption className="sr-only">Lines of sale {shortenHex(nameOfId(sale.id))}</caption>
              <thead>
                <tr className="border-b border-line text-xs text-muted">
                  <th className="pb-1.5 text-left font-medium" scope="col">
                    Line
                  </th>
                  <th className="hidden pb-1.5 text-left font-medium sm:table-cell" scope="col">
                    Who
                  </th>
                  <th className="pb-1.5 text-right font-medium" scope="col">
                    Rate (%)
                  </th>
                  <th className="pb-1.5 text-right font-medium" scope="col">
                    Amount ({currency.symbol})
                  </th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line, index) => {
                  const who = (
                    <PartyLink ledger={state.ledger} party={line.party} program={program} />
                  );
                  const reversed = sale.lines[index]?.reversed ?? 0n;
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a posted sale's lines never change
                    <tr className="border-b border-line last:border-0" key={index}>
                      <td className="py-2 pr-2">
                        <Name text={line.source} />
                        <span className="block sm:hidden">{who}</span>
                      </td>
                      <td className="hidden py-2 pr-2 sm:table-cell">{who}</td>
                      <td className="py-2 text-right tabular-nums">{rateText(line.rate)}</td>
                      <td className="py-2 text-right">
                        {amount(line.amount)}
                        {reversed > 0n && (
                          <span className="block text-xs text-muted">
                            {amount(reversed)} reversed
                          </span>
                        )}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
            <SaleDispute dispute={state.ledger.disputes.get(sale.id)} now={state.head.time} />
            {sale.refunds.map((refund) => (
              <p className="text-sm" key={refund.id}>
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
        );
      }}
    </QueryBoundary>
  );
}

function rateText(rate: number): string {
  return rate === 0 || rate === RESIDUAL_RATE
    ? "the rest"
    : formatPercentage(rate).replace(/ %$/, "");
}
