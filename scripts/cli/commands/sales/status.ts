import { existsSync } from "node:fs";
import { formatGwei } from "viem";
import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { openProgram } from "../../../chain/openProgram.ts";
import { journalPath } from "../../../posting/journal/journalPath.ts";
import { openJournal } from "../../../posting/journal/openJournal.ts";
import { type PostingStatus, readStatus } from "../../../posting/journal/readStatus.ts";
import { command } from "../../command.ts";

interface Arguments {
  readonly program: string | undefined;
  readonly journal: string | undefined;
  readonly json: boolean;
}

/** `sales status`: how far the sales and refunds of a journal are, and what waits for what. */
export default command<Arguments>(async (chain, options, { config }) => {
  const program = await openProgram(
    chain,
    requireOption("program", options.program, "the program's address"),
  );
  const path = options.journal ?? journalPath(program, config.paths.root);
  if (!existsSync(path)) {
    throw new TributaryError(`There is no journal at ${path}.`, {
      todo: "`sales post` begins it; or give another one with --journal.",
    });
  }
  const journal = openJournal(path, program);
  try {
    const status = readStatus(journal);
    return { json: { program: program.address, journal: path, ...status }, text: textOf(status) };
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
