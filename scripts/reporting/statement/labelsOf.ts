import { foldText } from "../../../core/text/foldText.ts";
import { printable } from "../../../core/text/printable.ts";
import { shortenHex } from "../../../core/text/shortenHex.ts";
import type { StatementRow } from "./StatementRow.ts";

const WORDS: Record<StatementRow["source"], string> = {
  partner: "partner",
  pool: "pool",
  standing: "standing line",
  residual: "residual",
  buyout: "price of a sold line",
  withheld: "withheld",
  funds: "withdrawn funds",
  returned: "given back",
};

/** How rows are called in a table: by their names, with what they are of and the wallet where several parties share one. */
export function labelsOf(rows: readonly StatementRow[]): (row: StatementRow) => string {
  const sharers = new Map<string, Set<string>>();
  for (const row of rows) {
    const name = foldText(row.partner);
    sharers.set(name, (sharers.get(name) ?? new Set()).add(`${row.source} ${row.wallet}`));
  }
  return ({ partner, source, wallet }) => {
    const isShared = (sharers.get(foldText(partner))?.size ?? 0) > 1;
    const of = isShared ? ` (${WORDS[source]}, ${shortenHex(wallet)})` : "";
    return `${printable(partner)}${of}`;
  };
}
