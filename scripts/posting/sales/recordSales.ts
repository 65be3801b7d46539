import type { Hex } from "viem";
import type { Program } from "../../chain/openProgram.ts";
import { readPartners } from "../../chain/partners/readPartners.ts";
import { readEach } from "../../chain/readEach.ts";
import type { RefusedRow } from "../../files/columns/RefusedRow.ts";
import type { Posting } from "../journal/Posting.ts";
import { recordItems } from "../journal/recordItems.ts";
import { type ListedSale, readSalesFile } from "./readSalesFile.ts";

/** A sales file as a program takes it. */
export interface RecordedSales {
  /** All sales of the file. */
  readonly ids: ReadonlySet<Hex>;
  readonly listed: readonly ListedSale[];
  /** Those that the program would not take, and does not have either. */
  readonly refused: readonly RefusedRow[];
  /** Whether the file has a column for credits. */
  readonly hasCredits: boolean;
}

/** Reads a sales file and takes it into the journal. */
export async function recordSales(posting: Posting, file: string): Promise<RecordedSales> {
  const { program, journal } = posting;
  const partners = await readPartners(program);
  const { listed, refused, hasCredits } = await readSalesFile(file, program, partners);
  await recordItems(posting, "sale", [...listed, ...refused]);
  const left = await passOverPosted(program, refused);
  const open = new Set(left.map(({ id }) => id));
  const posted = refused.filter(({ id }) => !open.has(id));
  journal.foundOnChain(
    "sale",
    posted.map(({ id }) => id),
  );
  for (const { id, why } of left) journal.explain("sale", [id], why);
  const ids = new Set([...listed, ...refused].map(({ id }) => id));
  return { ids, listed, refused: left, hasCredits };
}

/** A sale that is posted stays so, whatever has become of its partners since. */
async function passOverPosted(
  program: Program,
  refused: readonly RefusedRow[],
): Promise<RefusedRow[]> {
  const asked = refused.map(({ id }) => [id] as const);
  const states = await readEach(program, "saleOf", asked);
  return refused.filter((_, index) => (states[index]?.[0] ?? 0n) === 0n);
}
