import { type Address, getAddress, numberToHex } from "viem";
import { setAsideOf } from "../deal/setAsideOf.ts";
import { BatchFormError } from "./BatchFormError.ts";
import { HEAD, LINE, PAYER, splitFields } from "./fields.ts";
import { leftOfLines } from "./leftOfLines.ts";
import type { PostedLine, PostedSale, SaleWords } from "./PostedSale.ts";

/**
 * A posted sale from its words. What it set aside follows: `⌈amount × standing rate⌉`, or of a sale paid here what its lines leave.
 * @throws {BatchFormError} Where no program posts such words.
 */
export function decodeSale({ head, words }: SaleWords): PostedSale {
  const of = splitFields(head, HEAD);
  const count = Number(of(HEAD.lines));
  const paid = Number(of(HEAD.paid));
  if (words.length !== count + paid)
    throw new BatchFormError(`${words.length} words`, `${count + paid}, as the head says`);
  const [payer] = words.slice(count);
  const sale = {
    batch: Number(of(HEAD.batch)),
    place: Number(of(HEAD.place)),
    time: Number(of(HEAD.time)),
    amount: of(HEAD.amount),
    currency: Number(of(HEAD.currency)),
    kind: Number(of(HEAD.kind)),
    ordinal: Number(of(HEAD.ordinal)),
    standingRate: Number(of(HEAD.standingRate)),
    payer: payer === undefined ? undefined : decodePayer(payer),
    lines: words.slice(0, count).map(decodeLine),
  };
  const setAside =
    payer === undefined ? setAsideOf(sale.amount, sale.standingRate) : leftOfLines(sale);
  return { ...sale, setAside };
}

function decodeLine(word: bigint): PostedLine {
  const of = splitFields(word, LINE);
  return {
    partner: Number(of(LINE.partner)),
    role: Number(of(LINE.role)),
    rate: Number(of(LINE.rate)),
    weight: Number(of(LINE.weight)),
    amount: of(LINE.amount),
    counts: of(LINE.counts) === 1n,
  };
}

function decodePayer(word: bigint): Address {
  return getAddress(numberToHex(splitFields(word, PAYER)(PAYER.payer), { size: 20 }));
}
