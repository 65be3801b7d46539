import { splitWord } from "../../../core/history/HistoryWord.ts";
import { seedHash } from "../../../core/history/seedHash.ts";
import { verifyHistory } from "../../../core/history/verifyHistory.ts";
import type { Books } from "../../../core/ledger/Books.ts";
import { foldsOf } from "../../../core/ledger/foldsOf.ts";
import type { TimedEvent } from "../../../core/ledger/History.ts";
import { FIRST_POOL } from "../../../core/ledger/PartnerState.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
import type { Program } from "../../chain/openProgram.ts";
import { readMany } from "../../chain/readMany.ts";
import type { Cursor } from "./Outbox.ts";

/** What was read since a word that the program had, and the books with it. */
interface Read {
  /** Undefined where the program's creation is not among its logs. */
  readonly books: Books | undefined;
  readonly news: readonly TimedEvent[];
  /** Undefined at first. */
  readonly word: bigint | undefined;
}

/**
 * Refuses books that lack an event up to a block: what the program itself says there of its money and its partners must follow
 * from the logs that a node gave, and what it remembers of them must be these.
 *
 * @returns The word that it has there; undefined where there is no program yet.
 */
export async function requireComplete(
  program: Program,
  { books, news, word }: Read,
  { block }: Cursor,
): Promise<bigint | undefined> {
  const { chain, address } = program;
  if (books === undefined) {
    const code = await chain.client.getCode({ address, blockNumber: block });
    if (code === undefined || code === "0x") return undefined;
    throw new MissingLogsError(block, "no creation of the program, which is there");
  }
  const view = { address, abi: programAbi } as const;
  const [solvency, [enrolled, active], newest] = await readMany(
    chain,
    [
      { ...view, functionName: "solvency" },
      { ...view, functionName: "partnerCount" },
      { ...view, functionName: "history" },
    ],
    block,
  );
  for (const { currency, received, paidOut, funds } of books.currencies.values()) {
    const shown = solvency[currency.index];
    if (shown?.owed === received - paidOut && shown.funds === funds) continue;
    throw new MissingLogsError(block, `other books in ${currency.symbol} than the program has`);
  }
  const partners = [...books.partners.values()].filter(({ number }) => number < FIRST_POOL);
  if (BigInt(partners.length) !== enrolled || BigInt(books.active) !== active)
    throw new MissingLogsError(block, `${partners.length} partners of ${enrolled}`);
  const identity = { chainId: chain.chainId, address, termsHash: books.agreed };
  const seed = word === undefined ? seedHash(identity) : splitWord(word).hash;
  if (verifyHistory(foldsOf(news), seed, newest).length === 0) return newest;
  throw new MissingLogsError(block, "other events than the program remembers");
}

/** A node gives fewer logs than there are. */
export class MissingLogsError extends TributaryError {
  override readonly name = "MissingLogsError";

  constructor(block: bigint, found: string) {
    super(`The RPC does not give all logs of the program up to block ${block}.`, {
      found: `${found}, by the logs`,
      todo: "Nobody was told anything of these blocks. Wait until the RPC has caught up, or use another; then run this again: all of it is read and told then.",
    });
  }
}
