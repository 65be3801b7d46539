import { TributaryError } from "../../../core/TributaryError.ts";
import { counted } from "../../../core/text/counted.ts";
import type { Posting } from "../journal/Posting.ts";
import { findStanding } from "./findStanding.ts";
import { findUncredited } from "./findUncredited.ts";
import type { RecordedSales } from "./recordSales.ts";

/**
 * Refuses a file without a column for credits, where it has sales to post whose kind the terms pay roles for: nobody has
 * attributed it yet.
 */
export function refuseUncredited(
  posting: Pick<Posting, "journal" | "program">,
  { listed, hasCredits }: RecordedSales,
  file: string,
): void {
  if (hasCredits) return;
  const uncredited = findUncredited(posting.program.terms, listed);
  const open = uncredited.filter(({ id }) => findStanding(posting, id) === undefined).length;
  if (open === 0) return;
  throw new TributaryError(`${file} has no credits: no partner would earn anything.`, {
    found: `${counted(open, "sale")} to post of kinds that roles are paid for, and no column credits; only standing lines and the residual would earn`,
    allowed: "a sales file with the column credits, as `sales attribute` writes it",
    todo: "Attribute the sales first, and give the file that comes of it; or post them as they are with --without-credits.",
  });
}
