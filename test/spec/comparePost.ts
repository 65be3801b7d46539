import { stringToHex, zeroHash } from "viem";
import { isOutcome } from "../../core/deal/isOutcome.ts";
import type { BookedSale } from "../../core/spec/bookSale.ts";
import type { Books } from "../../core/spec/openBooks.ts";
import { postSale, type SaleToPost } from "../../core/spec/postSale.ts";
import { expectEqual } from "./expectEqual.ts";
import { expectSameRefusal } from "./expectSameRefusal.ts";
import { namedLines } from "./namedLines.ts";
import type { Subject } from "./openProgram.ts";
import { placeSale } from "./placeSale.ts";
import { refusalOf } from "./refusalOf.ts";
import type { SaleSeed } from "./scenario.ts";
import { TRANSACTION } from "./transaction.ts";

type PlacedSale = ReturnType<typeof placeSale>;

/**
 * Posts a batch of sales of one currency, all paid elsewhere or all paid by the customer first, and
 * compares their lines as stored and as told.
 */
export async function comparePost(subject: Subject, seeds: readonly SaleSeed[]): Promise<void> {
  const { chain, program, books, now, sales, funds } = subject;
  const { currency, paidHere } = paymentOf(subject, seeds);
  const batch = seeds.map((seed, index) =>
    placeSale(subject, `sale ${sales.length + index}`, { ...seed, currency, paidHere }),
  );
  const refusal = refusalOfBatch(subject, batch);
  if (paidHere && refusal === undefined) {
    for (const placed of batch) await payAhead(subject, placed);
  }
  const both = await expectSameRefusal(
    "post",
    () => {
      if (refusal !== undefined) throw refusal;
      return batch.map(({ spec }) => postSale(books, spec, now));
    },
    () => send(subject, batch, paidHere && refusal === undefined),
  );
  if (both === undefined) return;
  const told = await chain.client.getContractEvents({
    ...program,
    eventName: "SalePosted",
    fromBlock: "latest",
  });
  for (const [index, { spec, address }] of batch.entries()) {
    const posted = both.spec[index];
    if (posted === undefined) throw new Error("A posted sale is missing.");
    sales.push(spec.id);
    funds.set(spec.currency, (funds.get(spec.currency) ?? 0n) - posted.funded);
    const { lines, ...event } = told[index]?.args ?? {};
    const { setAside } = posted;
    const head = { saleId: idOf(spec), kind: spec.kind, currency: address, amount: spec.amount };
    expectEqual("SalePosted", { ...head, setAside }, event);
    expectEqual("SalePosted.lines", toldLines(posted), lines && [...lines]);
    await compareStored(subject, spec, posted);
  }
}

/** A bonus is not paid by a customer, nor with sales that are. */
function paymentOf({ books }: Subject, seeds: readonly SaleSeed[]) {
  const { kinds } = books.terms;
  const [first] = seeds;
  const hasOutcome = seeds.some(({ kind }) => isOutcome(books.terms, kind % kinds.length));
  return { currency: first?.currency ?? 0, paidHere: first?.paidHere === true && !hasOutcome };
}

/** All sales are posted or none; the limit is looked at when all are. */
function refusalOfBatch({ books, now }: Subject, batch: readonly PlacedSale[]) {
  const postAll = (trial: Books) => batch.map(({ spec }) => postSale(trial, spec, now));
  const unlimited = structuredClone(books);
  const { terms } = unlimited;
  unlimited.terms = { ...terms, rules: { ...terms.rules, postingLimit: 0n } };
  return refusalOf(() => postAll(unlimited)) ?? refusalOf(() => postAll(structuredClone(books)));
}

async function payAhead({ chain, program, balance }: Subject, placed: PlacedSale): Promise<void> {
  const { spec, address } = placed;
  await chain.wallet.customer.writeContract({
    ...program,
    functionName: "paySale",
    args: [idOf(spec), spec.kind, address, spec.amount],
    value: spec.currency === 0 ? spec.amount : 0n,
    ...TRANSACTION,
  });
  balance.set(spec.currency, (balance.get(spec.currency) ?? 0n) + spec.amount);
}

async function send({ chain, program }: Subject, batch: readonly PlacedSale[], paid: boolean) {
  const [first] = batch;
  if (first === undefined) throw new Error("A batch has at least one sale.");
  const sales = batch.map(({ sale }) => sale);
  const { attributor, customer } = chain.wallet;
  if (!paid) {
    const args = [first.address, sales, zeroHash] as const;
    return attributor.writeContract({ ...program, functionName: "post", args, ...TRANSACTION });
  }
  const payers = sales.map(() => customer.account.address);
  const args = [first.address, sales, payers, zeroHash] as const;
  return attributor.writeContract({ ...program, functionName: "postPaid", args, ...TRANSACTION });
}

async function compareStored(subject: Subject, spec: SaleToPost, { lines }: BookedSale) {
  const { chain, program, books, now } = subject;
  const args = [idOf(spec)] as const;
  const found = await chain.client.readContract({ ...program, functionName: "saleLines", args });
  const treasury = chain.wallet.treasury.account.address;
  expectEqual("saleLines", namedLines(books.terms, treasury, { ...spec, time: now, lines }), [
    ...found,
  ]);
}

function toldLines({ lines }: BookedSale) {
  return lines.map(({ isPool: _, ...line }) => line);
}

function idOf({ id }: SaleToPost) {
  return stringToHex(id, { size: 32 });
}
