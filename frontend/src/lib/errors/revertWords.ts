import type { Sentence } from "@core/messages/Sentence";
import type { Abi } from "viem";

/** What contracts may refuse, and what to say of it. */
interface RevertWords {
  readonly errors: Abi;
  readonly sentenceOf: (errorName: string, values: readonly unknown[]) => Sentence;
}

let words: RevertWords | undefined;

/** Undefined until they are fetched. */
export function revertWords(): RevertWords | undefined {
  return words;
}

/**
 * Fetches them, once the page stands: nothing is refused before somebody acts. Where they cannot be fetched, acts go on, and a
 * refusal is told as the node tells it.
 */
export async function fetchRevertWords(): Promise<void> {
  try {
    const [{ EXPLAINED_ERRORS: errors }, { sentenceOf }] = await Promise.all([
      import("@core/messages/EXPLAINED_ERRORS"),
      import("@core/messages/sentenceOf"),
    ]);
    words = { errors, sentenceOf };
  } catch (error) {
    console.warn(error);
  }
}
