import type { Log } from "viem";
import { type NamedSale, SALE_POSTED } from "../batches/leafOf.ts";

interface PostedEvent extends Log {
  readonly eventName: "SalePosted";
  readonly args: Pick<NamedSale, "head" | "words"> & { readonly saleId: NamedSale["id"] };
}

const WORD = 64;
/** Before the words: the head, where their list begins, how many they are. */
const BEFORE = 3;
const LIST_AT = 2n * 32n;

/**
 * A posted sale from its log: most of a program's logs are these, and this takes a tenth of what decoding by the ABI does.
 * Undefined where the log is another event's, or is not encoded as the contract does.
 */
export function decodePosted(log: Log): PostedEvent | undefined {
  const [selector, saleId, more] = log.topics;
  if (selector !== SALE_POSTED || saleId === undefined || more !== undefined) return undefined;
  const count = (log.data.length - 2) / WORD - BEFORE;
  if (!Number.isInteger(count) || count < 0) return undefined;
  if (wordAt(log, 1) !== LIST_AT || wordAt(log, 2) !== BigInt(count)) return undefined;
  const words = Array.from({ length: count }, (_, index) => wordAt(log, BEFORE + index));
  return { ...log, eventName: "SalePosted", args: { saleId, head: wordAt(log, 0), words } };
}

function wordAt({ data }: Log, index: number): bigint {
  return BigInt(`0x${data.slice(2 + index * WORD, 2 + (index + 1) * WORD)}`);
}
