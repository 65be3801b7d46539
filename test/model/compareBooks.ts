import type { Address } from "viem";
import type { Books, Bucket, Credits } from "../../scripts/lib/model/openBooks.ts";
import { standingEarnings } from "../../scripts/lib/model/standingEarnings.ts";
import { statementOf } from "../../scripts/lib/model/statementOf.ts";
import { walkPeriods } from "../../scripts/lib/model/walkPeriods.ts";
import { expectEqual } from "./expectEqual.ts";
import type { Subject } from "./openProgram.ts";
import { partiesOf } from "./partiesOf.ts";

interface Currency {
  readonly index: number;
  readonly address: Address;
}

/** Compares every balance of the program with the model's books, as of now. */
export async function compareBooks(subject: Subject): Promise<void> {
  for (const currency of subject.currencies) {
    for (const party of partiesOf(subject)) await compareParty(subject, currency, party);
    await compareLines(subject, currency);
    await compareResidual(subject, currency);
  }
  for (const bucket of subject.books.buckets.values()) await compareBucket(subject, bucket);
  await compareSolvency(subject);
}

async function compareParty(subject: Subject, { index, address }: Currency, party: Address) {
  const { chain, program, books, now } = subject;
  const args = [party, address] as const;
  const expected = statementOf(books, party, index, now);
  const read = chain.client.readContract;
  const found = await read({ ...program, functionName: "account", args });
  expectEqual(`account of ${party} in ${index}`, expected, found);
  const claimable = await read({ ...program, functionName: "claimable", args });
  expectEqual(`claimable of ${party} in ${index}`, expected.claimable, claimable);
  await comparePeriods(subject, { index, address }, party);
}

async function comparePeriods(subject: Subject, { index, address }: Currency, party: Address) {
  const { chain, program, books } = subject;
  const periods: ReadonlyMap<number, Credits> =
    books.accounts.get(index)?.get(party)?.periods ?? new Map();
  for (const [period, credits] of periods) {
    const found = await chain.client.readContract({
      ...program,
      functionName: "statement",
      args: [party, address, BigInt(period)],
    });
    const only = {
      earned: credits.earned,
      reversed: credits.reversed,
      left: credits.earned - credits.reversed,
    };
    const { earned, reversed, held, locked } = found;
    expectEqual(`statement of ${party}, period ${period}`, only, {
      ...{ earned, reversed },
      left: held + locked,
    });
  }
}

async function compareLines({ chain, program, books, now }: Subject, { index, address }: Currency) {
  for (const line of books.terms.standing.keys()) {
    const { held, locked, settled } = standingEarnings(books, line, index, now);
    const found = await chain.client.readContract({
      ...program,
      functionName: "lineEarnings",
      args: [BigInt(line), address],
    });
    expectEqual(`lineEarnings of ${line} in ${index}`, [held, locked - settled], [...found]);
  }
}

async function compareResidual(
  { chain, program, books, now }: Subject,
  { index, address }: Currency,
) {
  const found = await chain.client.readContract({
    ...program,
    functionName: "residualEarnings",
    args: [address, 10_000n],
  });
  const { treasury } = walkPeriods(books, index, now, 10_000);
  expectEqual(`residualEarnings in ${index}`, treasury, found);
}

async function compareBucket({ chain, program, currencies }: Subject, bucket: Bucket) {
  const { start, kind, revenue, brought } = bucket;
  const currency = currencies.find(({ index }) => index === bucket.currency);
  if (currency === undefined) throw new Error(`No currency ${bucket.currency}.`);
  const found = await chain.client.readContract({
    ...program,
    functionName: "bucketAt",
    args: [currency.address, kind, BigInt(start)],
  });
  expectEqual(
    `bucketAt of kind ${kind} at ${start}`,
    [revenue, brought],
    [found.revenue, found.brought],
  );
}

async function compareSolvency(subject: Subject) {
  const { chain, program, currencies, funds, balance } = subject;
  const found = await chain.client.readContract({ ...program, functionName: "solvency" });
  for (const { index, address } of currencies) {
    const total = balance.get(index) ?? 0n;
    expectEqual(
      "the model's own sum",
      total,
      (funds.get(index) ?? 0n) + owedIn(subject.books, index),
    );
    const expected = { currency: address, balance: total, owed: total, uncounted: 0n };
    expectEqual("solvency", { ...expected, funds: funds.get(index) ?? 0n }, found[index]);
  }
}

/** All that the model's books owe in a currency but the operator's funds. */
function owedIn(books: Books, currency: number): bigint {
  let sum = -(books.settledResidual.get(currency) ?? 0n);
  for (const line of books.terms.standing.keys()) {
    sum -= books.settledLines.get(`${currency}:${line}`) ?? 0n;
  }
  for (const { periods, settled, claimed } of books.accounts.get(currency)?.values() ?? []) {
    sum += settled - claimed;
    for (const { earned, reversed } of periods.values()) sum += earned - reversed;
  }
  for (const bucket of books.buckets.values()) {
    if (bucket.currency === currency) sum += bucket.brought;
  }
  return sum;
}
