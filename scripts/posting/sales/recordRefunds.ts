import type { Hex } from "viem";
import type { RefusedRow } from "../../files/columns/RefusedRow.ts";
import type { Acknowledgement } from "../../files/columns/readAcknowledged.ts";
import { openView } from "../journal/openView.ts";
import type { Posting } from "../journal/Posting.ts";
import { readPosted } from "../journal/readPosted.ts";
import { recordItems } from "../journal/recordItems.ts";
import { findChanged } from "./findChanged.ts";
import { findImpossible } from "./findImpossible.ts";
import { isAcknowledged } from "./isAcknowledged.ts";
import { readMadeRefunds } from "./readMadeRefunds.ts";
import { type ListedRefund, readRefundsFile } from "./readRefundsFile.ts";
import { withAmountsDue } from "./withAmountsDue.ts";

/** A refunds file as a program takes it. */
export interface RecordedRefunds {
  /** All refunds of the file. */
  readonly all: ReadonlySet<Hex>;
  /** Those that are written so that the program could take them. */
  readonly file: readonly ListedRefund[];
  /** Of them, those that are made, or can be. */
  readonly listed: readonly ListedRefund[];
  readonly refused: readonly RefusedRow[];
  readonly acknowledged: readonly ListedRefund[];
}

/** Reads a refunds file and takes it into the journal. */
export async function recordRefunds(
  posting: Posting,
  file: string,
  acknowledged: ReadonlyMap<Hex, Acknowledgement>,
  timeFor: (refund: ListedRefund, now: number) => number,
): Promise<RecordedRefunds> {
  const view = await openView(posting);
  await readPosted(posting, view);
  const { listed, refused: unknown } = await readRefundsFile(posting, file, view);
  await recordItems(posting, "refund", [...listed, ...unknown]);
  // After the file, so that no row of it is older than the clock that it is measured by.
  const { timestamp } = await posting.program.chain.client.getBlock();
  const timeOf = (refund: ListedRefund) => timeFor(refund, Number(timestamp));
  const made = await readMadeRefunds(posting.program);
  const due = withAmountsDue(listed, made);
  const changed = findChanged(due, listed, made);
  posting.journal.foundOnChain(
    "refund",
    changed.map(({ id }) => id),
  );
  const pending = due.filter(({ id, amount }) => amount > 0n && !made.has(id));
  const borne = pending.filter((one) => isAcknowledged(one, acknowledged, timeOf(one)));
  const others = pending.filter((one) => !borne.includes(one));
  const refused = [...unknown, ...changed, ...findImpossible(others, timeOf)];
  for (const { id, why } of refused) posting.journal.explain("refund", [id], why);
  for (const { id } of borne)
    posting.journal.explain("refund", [id], `acknowledged: ${acknowledged.get(id)?.reason}`);
  const ids = new Set([...refused, ...borne].map(({ id }) => id));
  return {
    all: new Set([...listed, ...unknown].map(({ id }) => id)),
    file: listed,
    listed: listed.filter(({ id }) => !ids.has(id)),
    refused,
    acknowledged: borne,
  };
}
