import { checkBytes } from "./checkBytes.ts";
import { HEAD, joinFields, LINE, PAYER } from "./fields.ts";
import { leftOfLines } from "./leftOfLines.ts";
import type { PostedLine, PostedSale, SaleWords } from "./PostedSale.ts";

/**
 * A posted sale as words; docs/batches.md has them bit by bit.
 * @throws {BatchFormError} Where a value does not fit.
 */
export function encodeSale(sale: Omit<PostedSale, "setAside">): SaleWords {
  const head = joinFields([
    [HEAD.amount, sale.amount],
    [HEAD.ordinal, sale.ordinal],
    [HEAD.kind, sale.kind],
    [HEAD.currency, sale.currency],
    [HEAD.paid, Number(sale.payer !== undefined)],
    [HEAD.lines, sale.lines.length],
    [HEAD.standingRate, sale.standingRate],
    [HEAD.time, sale.time],
    [HEAD.batch, sale.batch],
    [HEAD.place, sale.place],
  ]);
  const lines = sale.lines.map(encodeLine);
  if (sale.payer === undefined) return { head, words: lines };
  leftOfLines(sale);
  const payer = BigInt(checkBytes("payer", sale.payer, 20));
  return { head, words: [...lines, joinFields([[PAYER.payer, payer]])] };
}

function encodeLine(line: PostedLine): bigint {
  return joinFields([
    [LINE.partner, line.partner],
    [LINE.role, line.role],
    [LINE.rate, line.rate],
    [LINE.weight, line.weight],
    [LINE.amount, line.amount],
    [LINE.counts, Number(line.counts)],
  ]);
}
