import { batchTree } from "../../core/batches/batchTree.ts";
import { leafOf } from "../../core/batches/leafOf.ts";
import { showSales } from "../../core/batches/showSales.ts";
import type { Books } from "../../core/spec/openBooks.ts";
import { paySale } from "../../core/spec/paySale.ts";
import { type BatchToPost, type PostedBooking, postBatch } from "../../core/spec/postBatch.ts";
import { type Refusal, SpecError } from "../../core/spec/SpecError.ts";
import { comparePayment } from "./comparePayment.ts";
import { compareShown } from "./compareShown.ts";
import { eventsOf } from "./eventsOf.ts";
import { expectEqual } from "./expectEqual.ts";
import { expectSameRefusal } from "./expectSameRefusal.ts";
import { type Mistake, mistake } from "./mistakes.ts";
import type { Subject } from "./openProgram.ts";
import { packRaw } from "./packRaw.ts";
import { type PlacedBatch, placeBatch } from "./placeBatch.ts";
import { reach } from "./reached.ts";
import { refusalOf } from "./refusalOf.ts";
import type { Posting } from "./scenario.ts";
import { TRANSACTION } from "./transaction.ts";
import { wordsOf } from "./wordsOf.ts";

/** Posts a batch of sales of one currency, and compares it as told and as kept. */
export async function comparePost(subject: Subject, posting: Posting): Promise<void> {
  const { books, now } = subject;
  const planned = placeBatch(subject, posting);
  const { mistake: what, part } = posting;
  // What is not posted is not paid ahead, but for what waits for good.
  const isRefused = refusalOfBatch(paidAhead(books, planned, now), planned.spec, now) !== undefined;
  const isUnpaid = isRefused || (what !== undefined && !UNPAID.includes(what));
  const placed = isUnpaid ? withoutPayers(planned) : planned;
  if (!isUnpaid && what === undefined) await payAll(subject, placed);
  if (!isUnpaid && what === "other payment") await payAll(subject, withMore(placed));
  const isPostable = refusalOfBatch(books, placed.spec, now) === undefined;
  const wrong = isPostable && what ? mistake(placed, what, { now, part }) : undefined;
  if (wrong !== undefined) {
    reach(`post, mistake: ${what}`);
    const { refusal = refusalOfBatch(books, wrong.batch, now)?.refusal } = wrong;
    if (refusal === undefined) throw new Error(`The mistake "${what}" is none.`);
    await postBoth(subject, { ...placed, spec: wrong.batch }, refusal);
    return;
  }
  const booked = await postBoth(subject, placed, undefined);
  if (booked !== undefined) await comparePosted(subject, placed, booked);
}

/** All sales are posted or none; the limit is looked at when all are. */
function refusalOfBatch(books: Books, batch: BatchToPost, now: number) {
  const unlimited = structuredClone(books);
  const { terms } = unlimited;
  unlimited.terms = { ...terms, rules: { ...terms.rules, postingLimit: [] } };
  return (
    refusalOf(() => postBatch(unlimited, batch, now)) ??
    refusalOf(() => postBatch(structuredClone(books), batch, now))
  );
}

/** @param refusal What the program says where the spec is not asked. */
async function postBoth(
  { books, chain, program, now }: Subject,
  { spec, address }: PlacedBatch,
  refusal: Refusal | undefined,
): Promise<readonly PostedBooking[] | undefined> {
  const { lane, head, from, until, evidence, packed } = spec;
  const refused =
    refusal === undefined ? refusalOfBatch(books, spec, now) : new SpecError(refusal, "", "");
  const both = await expectSameRefusal(
    "post",
    () => {
      if (refused !== undefined) throw refused;
      return postBatch(books, spec, now);
    },
    () =>
      chain.wallet.attributor.writeContract({
        ...program,
        functionName: "post",
        args: [
          ...([
            address,
            BigInt(lane),
            head,
            BigInt(from),
            BigInt(until),
            evidence,
            packed,
          ] as const),
        ],
        ...TRANSACTION,
      }),
  );
  return both?.spec;
}

function withoutPayers({ spec, raw, address }: PlacedBatch): PlacedBatch {
  const unpaid = { ...raw, sales: raw.sales.map((sale) => ({ ...sale, payer: undefined })) };
  const sales = spec.sales.map((sale) => ({ ...sale, payer: undefined }));
  return { spec: { ...spec, sales, packed: packRaw(unpaid) }, raw: unpaid, address };
}

/** Mistakes of what customers paid. */
const UNPAID: readonly Mistake[] = ["no payment", "other payment"];

/** The books as they are once the customer has paid what is paid here. */
function paidAhead(books: Books, { spec }: PlacedBatch, now: number): Books {
  const trial = structuredClone(books);
  for (const { payer, ...sale } of spec.sales) {
    if (payer === undefined) continue;
    refusalOf(() => paySale(trial, { ...sale, payer, currency: spec.currency }, now));
  }
  return trial;
}

/** Each for one unit more. */
function withMore({ spec, ...rest }: PlacedBatch): PlacedBatch {
  const sales = spec.sales.map((sale) => ({ ...sale, amount: sale.amount + 1n }));
  return { ...rest, spec: { ...spec, sales } };
}

/** Has the customer pay what is paid here; what was paid before is not paid again. */
async function payAll(subject: Subject, { spec, address }: PlacedBatch): Promise<void> {
  const { currency, sales } = spec;
  for (const { payer, ...sale } of sales)
    if (payer !== undefined) await comparePayment(subject, { ...sale, payer, currency }, address);
}

async function comparePosted(
  subject: Subject,
  { spec, address }: PlacedBatch,
  booked: readonly PostedBooking[],
): Promise<void> {
  const { books, program, chain, funds, sales } = subject;
  const { lane, currency, evidence, from, until } = spec;
  const batch = books.batches;
  const { logs, events } = await eventsOf(subject, "SalePosted");
  const words = booked.map(({ sale }, place) =>
    wordsOf(books, sale, { batch, place, occurred: spec.sales[place]?.occurred ?? 0 }),
  );
  const told = events.map(({ saleId, head, words: these }) => ({ id: saleId, head, words: these }));
  expectEqual("SalePosted", words, told);
  const { root } = batchTree(words.map(leafOf));
  const [event] = (await eventsOf(subject, "BatchPosted")).events;
  const heads = books.lanes.get(`${lane}:${currency}`);
  const expected = {
    ...{ batch: BigInt(batch), lane: BigInt(lane), evidence, currency: address, root },
    ...{ sales: BigInt(booked.length), from: BigInt(from), until: BigInt(until) },
    laneHead: heads?.head,
  };
  expectEqual("BatchPosted", expected, event);
  const read = chain.client.readContract;
  expectEqual(
    "rootOf",
    root,
    await read({ ...program, functionName: "rootOf", args: [BigInt(batch)] }),
  );
  const show = showSales(logs, root);
  reach(`batch of ${sizeOf(booked.length)}, ${lane === 0 ? "late" : "in a window"}`);
  for (const [place, { sale, funded }] of booked.entries()) {
    if (sale.payer !== undefined) reach("sale paid here");
    funds.set(currency, (funds.get(currency) ?? 0n) - funded);
    sales.push({ ...{ batch, place, shown: show(place) }, name: nameOf(sale.id) });
  }
  for (const place of new Set([0, booked.length - 1]))
    await compareShown(subject, sales.at(place - booked.length));
}

function sizeOf(count: number): string {
  if (count === 1) return "1";
  return count < 10 ? "2 to 9" : "10 to 40";
}

function nameOf(id: `0x${string}`): string {
  return Buffer.from(id.slice(2), "hex").toString().replace(/\0+$/, "");
}
