import { getAddress, type Hex, numberToHex } from "viem";
import {
  type Batch,
  type BatchCredit,
  type BatchSale,
  MOST_CREDITS,
  PAID,
  WEIGHTED,
} from "./Batch.ts";
import { BatchFormError } from "./BatchFormError.ts";
import { checkBytes } from "./checkBytes.ts";
import { checkRange } from "./checkRange.ts";
import { MOST_KINDS, MOST_NUMBER, MOST_ROLES } from "./limits.ts";

/** Takes the next bytes as a number from `least` to `most`. */
type Take = (what: string, bytes: number, least?: number, most?: bigint | number) => bigint;

/**
 * Reads packed bytes as programs do.
 * @throws {BatchFormError} Where a program would refuse their form: cut short or too long, out of order, or with a number that cannot be.
 */
export function unpackBatch(packed: Hex): Batch {
  const digits = checkBytes("packed bytes", packed).slice(2);
  let at = 0;
  const take: Take = (what, bytes, least = 0, most = (1n << BigInt(bytes * 8)) - 1n) => {
    const end = at + bytes * 2;
    if (end > digits.length) throw new BatchFormError("an early end", `a ${what}`);
    const value = BigInt(`0x${digits.slice(at, end)}`);
    at = end;
    return checkRange(what, value, least, most);
  };

  const partnerCount = Number(take("partners", 2));
  const saleCount = Number(take("sales", 2, 1));
  const partners: number[] = [];
  for (let i = 0; i < partnerCount; i++) {
    partners.push(Number(take("partner", 3, (partners.at(-1) ?? 0) + 1, MOST_NUMBER)));
  }
  const sales: BatchSale[] = [];
  let last = 0n;
  for (let i = 0; i < saleCount; i++) {
    const id = take("sale id", 32);
    if (id <= last) throw new BatchFormError("a sale id not above the last", "rising ids");
    last = id;
    sales.push({ id: numberToHex(id, { size: 32 }), ...takeSale(take, partners) });
  }
  if (at < digits.length) {
    throw new BatchFormError(
      `${(digits.length - at) / 2} bytes more`,
      "no byte after the last sale",
    );
  }
  return { partners, sales };
}

function takeSale(take: Take, partners: readonly number[]): Omit<BatchSale, "id"> {
  const time = Number(take("time", 5));
  const amount = take("amount", 12, 1);
  const kind = Number(take("kind", 1, 0, MOST_KINDS - 1));
  const form = Number(take("form", 1));
  const count = Number(checkRange("credits", form % PAID, 0, MOST_CREDITS));
  const payer = (form & PAID) === 0 ? undefined : takePayer(take);
  const credits: BatchCredit[] = [];
  for (let i = 0; i < count; i++) credits.push(takeCredit(take, partners, (form & WEIGHTED) !== 0));
  const roles = new Set(credits.map(({ role }) => role));
  if ((form & WEIGHTED) === 0 && roles.size < count)
    throw new BatchFormError("a role twice without weights", "weights where two share a role");
  return { time, amount, kind, payer, credits };
}

function takePayer(take: Take) {
  return getAddress(numberToHex(take("payer", 20, 1), { size: 20 }));
}

function takeCredit(take: Take, partners: readonly number[], weighted: boolean): BatchCredit {
  const partner = partners[Number(take("place", 2))];
  if (partner === undefined)
    throw new BatchFormError("a place without a partner", "a place below the partners' count");
  const role = Number(take("role", 1, 0, MOST_ROLES - 1));
  const weight = weighted ? Number(take("weight", 4, 1)) : 1;
  return { partner, role, weight };
}
