import type { Hex } from "viem";
import { readPartners } from "../../chain/partners/readPartners.ts";
import type { RefusedRow } from "../../files/columns/RefusedRow.ts";
import { openView } from "../journal/openView.ts";
import type { Posting } from "../journal/Posting.ts";
import { readPosted } from "../journal/readPosted.ts";
import { recordItems } from "../journal/recordItems.ts";
import { type Companions, companionsOf } from "../lanes/companionsOf.ts";
import { findStanding } from "./findStanding.ts";
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
  /** To whom lines of these sales may go beside the credited partners. */
  readonly companions: Companions;
}

/** Reads a sales file and takes it into the journal. */
export async function recordSales(posting: Posting, file: string): Promise<RecordedSales> {
  const { program, journal } = posting;
  const partners = await readPartners(program);
  const { listed, refused, hasCredits } = await readSalesFile(file, program, partners);
  await recordItems(posting, "sale", [...listed, ...refused]);
  // A sale that is posted stays so, whatever has become of its partners since.
  await readPosted(posting, await openView(posting));
  const isPosted = ({ id }: RefusedRow) => findStanding(posting, id) !== undefined;
  const left = refused.filter((row) => !isPosted(row));
  journal.foundOnChain(
    "sale",
    refused.filter(isPosted).map(({ id }) => id),
  );
  for (const { id, why } of left) journal.explain("sale", [id], why);
  return {
    ...{ listed, refused: left, hasCredits },
    ids: new Set([...listed, ...refused].map(({ id }) => id)),
    companions: companionsOf(program.terms, partners),
  };
}
