import { decodeSale } from "../../../core/batches/decodeSale.ts";
import { encodeSale } from "../../../core/batches/encodeSale.ts";
import type { PostedLine, PostedSale } from "../../../core/batches/PostedSale.ts";
import type { EventNamed } from "../../../core/logs/decodeEvents.ts";

type Posted = EventNamed<"SalePosted">["args"];

/** A posted sale of which something is told otherwise. */
export function changeSale(
  args: Posted,
  change: (sale: PostedSale) => Partial<PostedSale>,
): Posted {
  const sale = decodeSale(args);
  return { ...args, ...encodeSale({ ...sale, ...change(sale) }) };
}

/** The same with some of its lines. */
export function changeLines(
  args: Posted,
  change: (line: PostedLine, index: number) => PostedLine | undefined,
): Posted {
  return changeSale(args, ({ lines }) => ({
    lines: lines.flatMap((line, index) => change(line, index) ?? []),
  }));
}
