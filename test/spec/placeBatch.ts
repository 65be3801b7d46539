import type { Address } from "viem";
import { MOST_CREDITS } from "../../core/batches/Batch.ts";
import { FIRST_LANE, LATE_LANE } from "../../core/spec/openLane.ts";
import type { BatchToPost, SaleToPost } from "../../core/spec/postBatch.ts";
import { namesOf, numberOf, numbersFor } from "./numberOf.ts";
import type { Subject } from "./openProgram.ts";
import { packRaw, type RawBatch, type RawSale } from "./packRaw.ts";
import { picked } from "./picked.ts";
import { placeSale } from "./placeSale.ts";
import type { Posting, SaleSeed } from "./scenario.ts";

const THOUSANDTHS = 1_000;

export interface PlacedBatch {
  /** As the spec reads it. */
  readonly spec: BatchToPost;
  readonly raw: RawBatch;
  /** Of its currency. */
  readonly address: Address;
}

/** A seed's batch in its lane, at the lane's head, with a window that is open if any is; else in the late lane. */
export function placeBatch(subject: Subject, posting: Posting): PlacedBatch {
  const { books, currencies } = subject;
  const [first] = posting.sales;
  const { index: currency, address } = picked(currencies, first?.currency ?? 0);
  const window = windowFor(subject, posting, currency);
  const sales = posting.sales
    .map((seed, index) =>
      placeSale(subject, seed, {
        ...{ name: nameFor(subject, seed, index), currency },
        occurred: timeIn(window, seed),
      }),
    )
    .filter(({ credits }) => credits.length <= MOST_CREDITS)
    .toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)))
    .filter(({ id }, index, all) => id !== all[index - 1]?.id);
  const credited = sales.flatMap(({ credits }) => credits.map(({ partner }) => partner));
  const extras = posting.extras.map((extra) => 1 + (extra % (books.partners.size + 3)));
  const numbers = [...new Set([...numbersFor(books, credited), ...extras])].sort((a, b) => a - b);
  const isForgetful = posting.forgets !== undefined && numbers.length > 0;
  const missing = isForgetful ? [picked(numbers, posting.forgets ?? 0)] : [];
  const asked = new Set(credited.map((partner) => numberOf(books, partner)));
  const partners = numbers.filter((number) => asked.has(number) || !missing.includes(number));
  const raw = {
    partners,
    count: sales.length,
    sales: sales.map((sale) => rawOf(subject, sale, partners, posting.weighs)),
  };
  const { head = 0n } = books.lanes.get(`${window.lane}:${currency}`) ?? {};
  const evidence = `0x${"0e".repeat(32)}` as const;
  return {
    spec: {
      ...window,
      ...{ head, currency, evidence, packed: packRaw(raw) },
      ...{ partners: namesOf(books, partners), sales },
    },
    raw,
    address,
  };
}

/** A new one, or that of a sale that was posted before. */
function nameFor({ sales }: Subject, { again }: SaleSeed, index: number): string {
  const posted = again === undefined || sales.length === 0 ? undefined : picked(sales, again);
  return posted?.name ?? `sale ${sales.length + index}`;
}

interface Window {
  readonly lane: number;
  readonly from: number;
  readonly until: number;
}

/** Some part of what the lane has not had yet. */
function windowFor({ books, now }: Subject, posting: Posting, currency: number): Window {
  const open = [FIRST_LANE, ...books.laneBegins.keys()];
  const lane = posting.lane === 0 ? LATE_LANE : picked(open, posting.lane);
  const begins = lane === FIRST_LANE ? books.terms.start : (books.laneBegins.get(lane) ?? 0);
  const earliest = books.lanes.get(`${lane}:${currency}`)?.until ?? begins;
  if (lane === LATE_LANE || earliest >= now) return { lane: LATE_LANE, from: 0, until: 0 };
  const from = earliest + Math.floor(((now - earliest) * posting.skips) / THOUSANDTHS / 2);
  const length = Math.floor(((now - from) * posting.takes) / THOUSANDTHS);
  return { lane, from, until: from + Math.max(1, length) };
}

function timeIn({ from, until }: Window, { at }: SaleSeed): number {
  return from + Math.floor(((until - from) * at) / THOUSANDTHS);
}

function rawOf(
  { books }: Subject,
  { id, occurred, amount, kind, payer, credits }: SaleToPost,
  partners: readonly number[],
  weighs: boolean,
): RawSale {
  const shared = new Set(credits.map(({ role }) => role)).size < credits.length;
  return {
    ...{ id, time: occurred, amount, kind },
    payer: payer as Address | undefined,
    weighted: weighs || shared || credits.some(({ weight }) => weight !== 1),
    credits: credits.map(({ partner, role, weight }) => ({
      ...{ place: partners.indexOf(numberOf(books, partner)), role, weight },
    })),
  };
}
