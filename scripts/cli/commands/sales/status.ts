import { existsSync } from "node:fs";
import { formatGwei } from "viem";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { journalPath } from "../../../posting/journal/journalPath.ts";
import { openJournal } from "../../../posting/journal/openJournal.ts";
import { type PostingStatus, readStatus } from "../../../posting/journal/readStatus.ts";
import { programCommand } from "../../programCommand.ts";

/** `sales status`: how far the sales and refunds of a journal are, and what waits for what. */
export default programCommand<"journal">(async (program, options, { config }) => {
  const path = options.journal ?? journalPath(program, config.paths.root);
  if (!existsSync(path)) {
    throw new TributaryError(`There is no journal at ${path}.`, {
      todo: "`sales post` begins it; or give another one with --journal.",
    });
  }
  const journal = openJournal(path, program);
  try {
    const status = readStatus(journal);
    return { json: { journal: path, ...status }, text: textOf(status) };
  } finally {
    journal.close();
  }
});

function textOf({ sales, refunds, transactions, waiting }: PostingStatus): string {
  return [
    `Sales: ${countsOf(sales)}. Refunds: ${countsOf(refunds)}.`,
    ...transactions.map(
      ({ purpose, nonce, state, attempts, hash, maxFee }) =>
        `Under way: ${purpose} with nonce ${nonce}, ${state}, ${attempts} attempts, the last ${hash ?? "without a hash"} at ${formatGwei(BigInt(maxFee))} gwei. The next \`sales post\` goes on with it.`,
    ),
    ...waiting.map(
      ({ kind, name, note }) => `Waiting: ${kind} ${name}${note === undefined ? "" : `: ${note}`}`,
    ),
  ].join("\n");
}

function countsOf(counts: PostingStatus["sales"]): string {
  return Object.entries(counts)
    .map(([state, count]) => `${count} ${state}`)
    .join(", ");
}
