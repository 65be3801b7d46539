import { indexByName } from "../../../core/ids/indexByName.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import { didYouMean } from "../../../core/text/didYouMean.ts";
import type { StatementRow } from "./StatementRow.ts";

/** The rows of one partner, pool or standing line by its name, or all of a wallet's. */
export function ofPartner(rows: readonly StatementRow[], partner: string): readonly StatementRow[] {
  const wanted = partner.toLowerCase();
  const byName = indexByName(rows.map((row) => ({ name: row.partner, row })))(partner);
  const byWallet = rows.filter((row) => row.wallet.toLowerCase() === wanted);
  const own = byName.length > 0 ? byName.map(({ row }) => row) : byWallet;
  if (own.length > 0) return own;
  const names = rows.map((row) => row.partner);
  throw new TributaryError(
    `The program has no partner or standing line "${partner}"${didYouMean(partner, names)}.`,
    {
      todo: "Give the name as it was enrolled, a standing line's name, or a wallet; `program show` lists them.",
    },
  );
}
