import type { Address } from "viem";
import { isConditional } from "../../core/deal/isConditional.ts";
import { FOR_MILESTONES } from "../../core/ledger/lineEvents.ts";
import { accountIn } from "../../core/spec/accountIn.ts";
import { claimableOf } from "../../core/spec/claimableOf.ts";
import { conditionalLine } from "../../core/spec/conditionalLine.ts";
import { findSale } from "../../core/spec/findSale.ts";
import type { Books, Bucket, Credits } from "../../core/spec/openBooks.ts";
import { potIn } from "../../core/spec/potIn.ts";
import { progressOf } from "../../core/spec/progressOf.ts";
import { saleKey } from "../../core/spec/saleKey.ts";
import { settlementIn } from "../../core/spec/settlementIn.ts";
import { settlePeriods } from "../../core/spec/settlePeriods.ts";
import { standingEarnings } from "../../core/spec/standingEarnings.ts";
import { statementOf } from "../../core/spec/statementOf.ts";
import { promisesIn } from "./compareReserve.ts";
import { expectEqual } from "./expectEqual.ts";
import { numberOf } from "./numberOf.ts";
import type { Subject } from "./openProgram.ts";
import { partiesOf } from "./partiesOf.ts";

/** As `DisputeState` has them. */
/** Of disputes, as the contract numbers them. */
export const STATES = [undefined, "open", "stands", "void", "reattributed"];

interface Currency {
  readonly index: number;
  readonly address: Address;
}

/** Compares every balance of the program with the spec's books, as of now. */
export async function compareBooks(subject: Subject): Promise<void> {
  for (const currency of subject.currencies) {
    for (const party of partiesOf(subject)) await compareParty(subject, currency, party);
    await compareLines(subject, currency);
    await compareResidual(subject, currency);
    await compareStock(subject, currency);
    await comparePartners(subject, currency);
  }
  for (const bucket of subject.books.buckets.values()) await compareBucket(subject, bucket);
  await compareSolvency(subject);
  await compareSales(subject);
}

/** What happened to each sale since, and how far the lanes are. */
async function compareSales({ chain, program, books, sales, currencies }: Subject): Promise<void> {
  const read = chain.client.readContract;
  expectEqual(
    "batchCount",
    BigInt(books.batches),
    await read({ ...program, functionName: "batchCount" }),
  );
  for (const posted of sales) {
    const { refunded, tag, dispute, reattributed } = findSale(books, saleKey(posted));
    const args = [BigInt(posted.batch), BigInt(posted.place)] as const;
    const { disputants = [], deadline, state } = dispute ?? {};
    const numbers = disputants.map((partner) => numberOf(books, partner));
    const expected = {
      ...{ refunded, tag, reattributed, dispute: STATES.indexOf(state), deadline: deadline ?? 0 },
      disputant: numbers[0] ?? 0,
    };
    const found = await read({ ...program, functionName: "stateOf", args });
    expectEqual(`stateOf ${saleKey(posted)}`, expected, found);
    const told = await read({ ...program, functionName: "disputantsOf", args });
    expectEqual(`disputantsOf ${saleKey(posted)}`, numbers.map(BigInt), [...told]);
  }
  for (const { index, address } of currencies) {
    for (const lane of [0, 1, ...books.laneBegins.keys()]) {
      const { head, until } = books.lanes.get(`${lane}:${index}`) ?? { head: 0n, until: 0 };
      const begins = lane === 1 ? books.terms.start : (books.laneBegins.get(lane) ?? 0);
      const args = [BigInt(lane), address] as const;
      const found = await read({ ...program, functionName: "laneOf", args });
      expectEqual(`laneOf ${lane}`, [BigInt(begins), BigInt(until), head], [...found]);
    }
  }
}

async function compareParty(subject: Subject, { index, address }: Currency, party: Address) {
  const { chain, program, books, now } = subject;
  const args = [party, address] as const;
  const { earned, reversed, ...rest } = statementOf(books, party, index, now);
  const expected = { net: earned - reversed, ...rest };
  const read = chain.client.readContract;
  const found = await read({ ...program, functionName: "account", args });
  expectEqual(`account of ${party} in ${index}`, expected, found);
  const claimable = await read({ ...program, functionName: "claimable", args });
  expectEqual(
    `claimable of ${party} in ${index}`,
    claimableOf(books, party, index, now),
    claimable,
  );
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
    const net = credits.earned - credits.reversed;
    const { held, locked } = found;
    expectEqual(`statement of ${party}, period ${period}`, [net, net], [found.net, held + locked]);
  }
}

async function compareLines({ chain, program, books, now }: Subject, { index, address }: Currency) {
  const read = chain.client.readContract;
  for (const [line, terms] of books.terms.standing.entries()) {
    const args = [BigInt(line), address] as const;
    const found = await read({ ...program, functionName: "lineEarnings", args });
    const what = `lineEarnings of ${line} in ${index}`;
    if (isConditional(terms)) {
      const { held, locked } = conditionalLine(books, line, index, now);
      expectEqual(what, [held, locked], [...found]);
    } else {
      const { held, locked, settled } = standingEarnings(books, line, index, now);
      expectEqual(what, [held, locked - settled], [...found]);
    }
    const { arrears } = await read({ ...program, functionName: "lineProgress", args });
    const book = settlementIn(books, index).clauses.get(line);
    expectEqual(`arrears of ${line} in ${index}`, book?.arrears ?? 0n, arrears);
  }
}

async function compareStock({ chain, program, books }: Subject, { index, address }: Currency) {
  const read = chain.client.readContract;
  const args = [address] as const;
  for (const line of promisesIn(books, index)) {
    const backs = line === undefined ? FOR_MILESTONES : BigInt(line);
    const found = await read({
      ...program,
      functionName: "reserveOf",
      args: [backs, address],
    });
    const name = line ?? "milestones";
    expectEqual(`reserveOf ${name} in ${index}`, reserveIn(books, index, line), [...found]);
  }
  const frozen = await read({ ...program, functionName: "frozenOf", args });
  expectEqual(`frozenOf ${index}`, books.frozen.get(index) ?? 0n, frozen);
}

/** What backs a line, or milestones, and what they miss. */
function reserveIn(books: Books, currency: number, line: number | undefined): bigint[] {
  if (line !== undefined) {
    const { reserve = 0n, arrears = 0n } = settlementIn(books, currency).clauses.get(line) ?? {};
    return [reserve, arrears];
  }
  const { funded, owed } = potIn(books, currency);
  return funded > owed ? [funded - owed, 0n] : [0n, owed - funded];
}

async function comparePartners(
  { chain, program, books, now }: Subject,
  { index, address }: Currency,
) {
  const read = chain.client.readContract;
  for (const [place, partner] of [...books.partners.keys()].entries()) {
    const args = [BigInt(place + 1), address] as const;
    const { earned, sales } = await read({ ...program, functionName: "progressOf", args });
    const progress = progressOf(books, partner, index, now);
    expectEqual(`progressOf ${place} in ${index}`, progress, { sales, earned });
    const withheld = await read({
      ...program,
      functionName: "withheldOf",
      args: [partner as Address, address],
    });
    const account = accountIn(books, partner, index);
    expectEqual(`withheldOf ${place} in ${index}`, account.withheld, withheld);
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
  const { treasury } = settlePeriods(books, index, now, 10_000);
  expectEqual(`residualEarnings in ${index}`, treasury, found);
}

async function compareBucket({ chain, program, currencies }: Subject, bucket: Bucket) {
  const { start, kind, revenue, setAside } = bucket;
  const currency = currencies.find(({ index }) => index === bucket.currency);
  if (currency === undefined) throw new Error(`No currency ${bucket.currency}.`);
  const found = await chain.client.readContract({
    ...program,
    functionName: "bucketAt",
    args: [currency.address, kind, BigInt(start)],
  });
  expectEqual(
    `bucketAt of kind ${kind} at ${start}`,
    [revenue, setAside],
    [found.revenue, found.setAside],
  );
}

async function compareSolvency(subject: Subject) {
  const { chain, program, currencies, funds, balance } = subject;
  const found = await chain.client.readContract({ ...program, functionName: "solvency" });
  for (const { index, address } of currencies) {
    const total = balance.get(index) ?? 0n;
    expectEqual(
      "the spec's own sum",
      total,
      (funds.get(index) ?? 0n) +
        (subject.reserved.get(index) ?? 0n) +
        waitingIn(subject.books, index) +
        owedIn(subject.books, index),
    );
    const expected = {
      currency: address,
      answers: true,
      balance: total,
      owed: total,
      uncounted: 0n,
    };
    expectEqual("solvency", { ...expected, funds: funds.get(index) ?? 0n }, found[index]);
  }
}

/** What customers have paid and was neither posted nor released. */
function waitingIn({ payments }: Books, currency: number): bigint {
  const waiting = [...payments.values()].filter((one) => one.waits && one.currency === currency);
  return waiting.reduce((sum, { amount }) => sum + amount, 0n);
}

/** All that the spec's books owe in a currency but the operator's funds and what the reserve got. */
function owedIn(books: Books, currency: number): bigint {
  let sum = (books.frozen.get(currency) ?? 0n) - (books.settledResidual.get(currency) ?? 0n);
  for (const line of books.terms.standing.keys()) {
    sum -= books.settledLines.get(`${currency}:${line}`) ?? 0n;
  }
  for (const { periods, settled, claimed } of books.accounts.get(currency)?.values() ?? []) {
    sum += settled - claimed;
    for (const { earned, reversed } of periods.values()) sum += earned - reversed;
  }
  for (const bucket of books.buckets.values()) {
    if (bucket.currency === currency) sum += bucket.setAside;
  }
  return sum;
}
