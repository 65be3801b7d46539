import { existsSync } from "node:fs";
import { formatGwei } from "viem";
import { nameOfId } from "../../../../core/ids/nameOfId.ts";
import { pairDuplicates } from "../../../../core/ledger/findDuplicates.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { printable } from "../../../../core/text/printable.ts";
import type { Program } from "../../../chain/openProgram.ts";
import { readPostings } from "../../../chain/sales/readPostings.ts";
import { unreadableFile } from "../../../files/unreadableFile.ts";
import { describeUnread } from "../../../ingest/describeUnread.ts";
import type { UnreadEvents } from "../../../ingest/facts/UnreadEvents.ts";
import { openStore } from "../../../ingest/store/openStore.ts";
import { readUnread } from "../../../ingest/store/readUnread.ts";
import type { ItemState } from "../../../posting/journal/Item.ts";
import type { Journal } from "../../../posting/journal/Journal.ts";
import { journalPath } from "../../../posting/journal/journalPath.ts";
import { openJournal } from "../../../posting/journal/openJournal.ts";
import { type PostingStatus, readStatus } from "../../../posting/journal/readStatus.ts";
import { programCommand } from "../../programCommand.ts";

/** `sales status`: how far the sales and refunds of a journal are, and what waits for what. */
export default programCommand<"journal" | "store">(async (program, options, { config }) => {
  const path = options.journal ?? journalPath(program, config.paths.root);
  if (!existsSync(path)) {
    throw new TributaryError(`There is no journal at ${path}.`, {
      todo: "`sales post` begins it; or give another one with --journal.",
    });
  }
  const journal = openJournal(path, program);
  try {
    const status = readStatus(journal);
    const unread = options.store === undefined ? undefined : unreadIn(options.store);
    const repeated = await findRepeatedIn(journal, program);
    return {
      json: { journal: path, ...status, repeated, ...(unread && { unread }) },
      text: [textOf(status), ...describeRepeated(repeated), ...describeUnread(unread ?? [])].join(
        "\n",
      ),
    };
  } finally {
    journal.close();
  }
});

/** Money that came by them is in no sale and no refund. */
function unreadIn(path: string): readonly UnreadEvents[] {
  if (!existsSync(path)) throw unreadableFile(path, { code: "ENOENT" });
  const store = openStore(path);
  try {
    return readUnread(store);
  } finally {
    store.close();
  }
}

/** A sale that has the id of one that stands before it. */
interface Repeated {
  readonly sale: string;
  /** Batch and place of the one that stands, and of the other. */
  readonly standing: string;
  readonly duplicate: string;
  readonly isDisputed: boolean;
}

/** Those among what the journal has read of the chain, as they are now. */
async function findRepeatedIn({ posted }: Journal, program: Program): Promise<Repeated[]> {
  const places = posted.repeated().flatMap((id) => posted.placesOf(id));
  const found = pairDuplicates(await readPostings(program, places));
  return found.map(({ standing, duplicate }) => ({
    sale: nameOfId(duplicate.id),
    standing: placeOf(standing),
    duplicate: placeOf(duplicate),
    isDisputed: duplicate.dispute !== undefined,
  }));
}

function placeOf({ batch, place }: { readonly batch: number; readonly place: number }): string {
  return `batch ${batch}, place ${place}`;
}

function describeRepeated(repeated: readonly Repeated[]): string[] {
  if (repeated.length === 0) return [];
  return [
    ...repeated.map(
      ({ sale, standing, duplicate, isDisputed }) =>
        `Posted twice: ${printable(sale)}, in ${standing} and again in ${duplicate}${isDisputed ? ", which is or was disputed" : ""}.`,
    ),
    "`sales void-duplicates` makes what was posted again void.",
  ];
}

function textOf({ sales, refunds, transactions, waiting, waitingMore }: PostingStatus): string {
  return [
    `Sales: ${countsOf(sales)}. Refunds: ${countsOf(refunds)}.`,
    ...transactions.map(
      ({ purpose, nonce, state, attempts, hash, maxFee }) =>
        `Under way: ${purpose} with nonce ${nonce}, ${state}, ${attempts} attempts, the last ${hash ?? "without a hash"} at ${formatGwei(BigInt(maxFee))} gwei. The next \`sales post\` goes on with it.`,
    ),
    ...waiting.map(
      ({ kind, name, state, note }) => `Waiting: ${kind} ${printable(name)}: ${note ?? WHY[state]}`,
    ),
    ...(waitingMore > 0 ? [`And ${waitingMore.toLocaleString("en")} more.`] : []),
  ].join("\n");
}

/** Why an item waits of which the journal tells nothing more. */
const WHY: Record<ItemState, string> = {
  seen: "read, and not looked at yet; the next run does",
  attributed: "ready, and not sent yet; the next run sends it",
  sent: "sent",
  mined: "mined",
  final: "final",
};

function countsOf(counts: PostingStatus["sales"]): string {
  return Object.entries(counts)
    .map(([state, count]) => `${count} ${state}`)
    .join(", ");
}
