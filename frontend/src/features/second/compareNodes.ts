import { lesser } from "@core/money/lesser";
import { isRefusal } from "../../lib/errors/isRefusal";
import type { Reader } from "../../lib/site/openReader";
import { differencesOf } from "./differencesOf";
import type { Difference, KeyNumber } from "./KeyNumber";
import { lagOf } from "./lagOf";

/** Reads what is compared, as it was after a block. */
export type ReadKeyNumbers = (client: Reader, block: bigint) => Promise<readonly KeyNumber[]>;

/** What a second node said beside the page's own. */
export interface Comparison {
  readonly differences: readonly Difference[];
  /** Why the rest could not be compared, if it could not. */
  readonly trouble: unknown;
}

const NOT_THERE = { what: "The contract", ours: "answers", theirs: "does not answer" };

/** Asks two nodes the same questions about the newest block that both have. */
export async function compareNodes(
  ours: Reader,
  theirs: Reader,
  read: ReadKeyNumbers,
): Promise<Comparison> {
  const [chainId, own] = await Promise.all([ours.getChainId(), ours.getBlock()]);
  const other = await attempt(() => Promise.all([theirs.getChainId(), theirs.getBlock()]));
  if ("trouble" in other) return { differences: [], trouble: other.trouble };
  const [otherId, head] = other.answer;
  if (otherId !== chainId) {
    return found([{ what: "Chain", ours: String(chainId), theirs: String(otherId) }]);
  }
  const block = lesser(own.number, head.number);
  const lag = lagOf(own, head);
  const mine = await attempt(() => read(ours, block));
  // One that is far ahead may have forgotten how things stood.
  if ("trouble" in mine) return { differences: lag, trouble: mine.trouble };
  const others = await attempt(() => read(theirs, block));
  if ("answer" in others) return found([...lag, ...differencesOf(mine.answer, others.answer)]);
  // What answers through one node and is not there through the other is the greatest difference of all.
  return isRefusal(others.trouble)
    ? found([...lag, NOT_THERE])
    : { differences: lag, trouble: others.trouble };
}

function found(differences: readonly Difference[]): Comparison {
  return { differences, trouble: undefined };
}

async function attempt<Answer>(
  ask: () => Promise<Answer>,
): Promise<{ readonly answer: Answer } | { readonly trouble: unknown }> {
  try {
    return { answer: await ask() };
  } catch (trouble) {
    return { trouble };
  }
}
