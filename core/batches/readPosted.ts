import { BatchFormError } from "./BatchFormError.ts";
import { checkBytes } from "./checkBytes.ts";
import type { RawLog } from "./hashLog.ts";
import { type NamedSale, SALE_POSTED } from "./leafOf.ts";

/**
 * The sale of a raw `SalePosted`, whose `hashLog` is its leaf.
 * @throws {BatchFormError} Where the log is another event, or encoded otherwise than programs do.
 */
export function readPosted({ topics, data }: RawLog): NamedSale {
  const [event, id, ...more] = topics;
  if (event !== SALE_POSTED || id === undefined || more.length > 0)
    throw new BatchFormError(`an event with the topics ${topics.join(", ")}`, "SalePosted");
  const digits = checkBytes("data", data).slice(2);
  const read = (digits.match(/.{64}/g) ?? []).map((word) => BigInt(`0x${word}`));
  const [head, offset, count, ...words] = read;
  const isWhole = digits.length === read.length * 64 && count === BigInt(words.length);
  if (head === undefined || offset !== 64n || !isWhole)
    throw new BatchFormError(`SalePosted of ${id} with the data ${data}`, "a head and its words");
  return { id: checkBytes("sale id", id, 32), head, words };
}
