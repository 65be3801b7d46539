import { TributaryError } from "../../../core/TributaryError.ts";
import type { StatementRow } from "./StatementRow.ts";

/** The rows of one partner, pool or standing line by its name, or all of a wallet's. */
export function ofPartner(rows: readonly StatementRow[], partner: string): readonly StatementRow[] {
  const wanted = partner.toLowerCase();
  const byName = rows.filter((row) => row.partner === partner);
  const byWallet = rows.filter((row) => row.wallet.toLowerCase() === wanted);
  const own = byName.length > 0 ? byName : byWallet;
  if (own.length > 0) return own;
  throw new TributaryError(`The program has no partner or standing line "${partner}".`, {
    todo: "Give the name as it was enrolled, a standing line's name, or a wallet; `program show` lists them.",
  });
}
