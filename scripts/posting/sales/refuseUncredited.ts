import { TributaryError } from "../../../core/TributaryError.ts";
import { counted } from "../../../core/text/counted.ts";
import type { Program } from "../../chain/openProgram.ts";
import { readEach } from "../../chain/readEach.ts";
import { findUncredited } from "./findUncredited.ts";
import type { RecordedSales } from "./recordSales.ts";

/**
 * Refuses a file without a column for credits, where it has sales to post whose kind the terms pay roles for: nobody has
 * attributed it yet.
 */
export async function refuseUncredited(
  program: Program,
  { listed, hasCredits }: RecordedSales,
  file: string,
): Promise<void> {
  if (hasCredits) return;
  const asked = findUncredited(program.terms, listed).map(({ id }) => [id] as const);
  const states = await readEach(program, "saleOf", asked);
  const open = states.filter(([amount]) => amount === 0n).length;
  if (open === 0) return;
  throw new TributaryError(`${file} has no credits: no partner would earn anything.`, {
    found: `${counted(open, "sale")} to post of kinds that roles are paid for, and no column credits; only standing lines and the residual would earn`,
    allowed: "a sales file with the column credits, as `sales attribute` writes it",
    todo: "Attribute the sales first, and give the file that comes of it; or post them as they are with --without-credits.",
  });
}
