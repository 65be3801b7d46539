import { RESIDUAL_RATE } from "@core/deal/Terms";
import { nameOfId } from "@core/ids/nameOfId";
import type { LedgerSale } from "@core/ledger/Ledger";
import { formatPercentage } from "@core/text/formatPercentage";
import { shortenHex } from "@core/text/shortenHex";
import type { programAbi } from "@generated/abis/Program";
import type { ReactElement } from "react";
import type { ContractFunctionReturnType } from "viem";
import { Amount } from "../../components/Amount";
import { Name } from "../../components/Name";
import { PartyLink } from "../chain/PartyLink";
import type { ProgramCardProps } from "./ProgramCardProps";

interface Props {
  sale: LedgerSale;
  /** As the program tells them: the sale's own first, then those of standing lines and the residual. */
  lines: ContractFunctionReturnType<typeof programAbi, "view", "describeSale">;
  card: ProgramCardProps;
}

/** Who earns what on a sale, and what of it was taken back. */
export function SaleLines({ sale, lines, card }: Props): ReactElement {
  const { program, state, currency } = card;
  const amount = (value: bigint): ReactElement => (
    <Amount amount={value} decimals={currency.decimals} />
  );
  return (
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
          const who = <PartyLink past={state.past} party={line.party} program={program} />;
          const reversed = sale.lines[index]?.reversed ?? 0n;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a posted sale's lines keep their order
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
                  <span className="block text-xs text-muted">{amount(reversed)} reversed</span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function rateText(rate: number): string {
  return rate === 0 || rate === RESIDUAL_RATE
    ? "the rest"
    : formatPercentage(rate).replace(/ %$/, "");
}
