import type { Hex } from "viem";
import {
  type Batch,
  type BatchCredit,
  type BatchSale,
  MOST_CREDITS,
  MOST_PARTNERS,
  MOST_SALES,
  PAID,
  WEIGHTED,
} from "./Batch.ts";
import { BatchFormError } from "./BatchFormError.ts";
import { checkBytes } from "./checkBytes.ts";
import { checkRange } from "./checkRange.ts";
import { isWeighted } from "./isWeighted.ts";
import { MOST_KINDS, MOST_NUMBER, MOST_ROLES } from "./limits.ts";

/**
 * The bytes that `post` takes; docs/batches.md tells the form. Partners and sales may come in any order; who is credited need not be
 * among the partners.
 * @throws {BatchFormError} Where a number does not fit, an id occurs twice, or there are too many of something.
 */
export function packBatch({ partners, sales }: Batch): Hex {
  const credited = sales.flatMap((sale) => sale.credits.map(({ partner }) => partner));
  const numbers = [...new Set([...partners, ...credited])].toSorted((a, b) => a - b);
  const places = new Map(numbers.map((number, place) => [number, place]));
  return `0x${[
    field("partners", numbers.length, 2, 0, MOST_PARTNERS),
    field("sales", sales.length, 2, 1, MOST_SALES),
    ...numbers.map((number) => field("partner", number, 3, 1, MOST_NUMBER)),
    ...sortById(sales).map((sale) => packSale(sale, places)),
  ].join("")}`;
}

function sortById(sales: readonly BatchSale[]): readonly BatchSale[] {
  const keyed = sales.map((sale) => ({ sale, key: BigInt(checkBytes("sale id", sale.id, 32)) }));
  const sorted = keyed.toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  for (const [index, { sale, key }] of sorted.entries())
    if (key === (sorted[index - 1]?.key ?? 0n))
      throw new BatchFormError(`sale id: ${sale.id}`, "each id once, and none of zeros");
  return sorted.map(({ sale }) => sale);
}

function packSale(sale: BatchSale, places: ReadonlyMap<number, number>): string {
  const { id, time, amount, kind, payer, credits } = sale;
  const weighted = isWeighted(sale);
  checkRange("credits", credits.length, 0, MOST_CREDITS);
  const form = credits.length + (payer === undefined ? 0 : PAID) + (weighted ? WEIGHTED : 0);
  return [
    checkBytes("sale id", id, 32).slice(2),
    field("time", time, 5),
    field("amount", amount, 12, 1),
    field("kind", kind, 1, 0, MOST_KINDS - 1),
    field("form", form, 1),
    payer === undefined ? "" : packPayer(payer),
    ...credits.map((credit) => packCredit(credit, places, weighted)),
  ].join("");
}

function packPayer(payer: Hex): string {
  return field("payer", BigInt(checkBytes("payer", payer, 20)), 20, 1);
}

function packCredit(
  { partner, role, weight }: BatchCredit,
  places: ReadonlyMap<number, number>,
  weighted: boolean,
): string {
  const place = places.get(partner) ?? -1;
  return [
    field("place", place, 2),
    field("role", role, 1, 0, MOST_ROLES - 1),
    weighted ? field("weight", weight, 4, 1) : "",
  ].join("");
}

/** A number of so many bytes, the highest first. */
function field(
  what: string,
  value: bigint | number,
  bytes: number,
  least = 0,
  most: bigint | number = (1n << BigInt(bytes * 8)) - 1n,
): string {
  return checkRange(what, value, least, most)
    .toString(16)
    .padStart(bytes * 2, "0");
}
