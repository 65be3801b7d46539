import { expect } from "chai";
import { stringToHex, zeroHash } from "viem";
import type { LanePost } from "../../core/batches/nextHead.ts";
import type { Terms } from "../../core/deal/Terms.ts";
import { disputeSale } from "../../core/spec/disputeSale.ts";
import { enrollPartner } from "../../core/spec/enrollPartner.ts";
import { type Books, openBooks } from "../../core/spec/openBooks.ts";
import { openLane } from "../../core/spec/openLane.ts";
import { postBatch, type SaleToPost } from "../../core/spec/postBatch.ts";
import { reattributeSale } from "../../core/spec/reattributeSale.ts";
import { statementOf } from "../../core/spec/statementOf.ts";
import { voidDuplicate } from "../../core/spec/voidDuplicate.ts";
import { postOne, refundOne } from "./postOne.ts";
import { refusalOf } from "./refusalOf.ts";
import { roleOf, termsOf } from "./termsOf.ts";

const START = 1_700_000_000;
const PERIOD = 30 * 24 * 60 * 60;
const NOW = START + 1_000;

describe("spec: batches", () => {
  it("posts a batch at its lane's head, once", () => {
    const books = opened();
    post(books, {}, [sale("a"), sale("b")]);
    expect(refusalIn(books, {})).to.equal("otherHead");
    const { head = 0n } = books.lanes.get("1:0") ?? {};
    expect(refusalIn(books, { head, from: START + 100, until: START + 200 })).to.equal(undefined);
    expect([books.batches, books.sales.size]).to.deep.equal([2, 3]);
  });

  it("lets no window reach into the last one, before the lane, nor into what is to come", () => {
    const books = opened();
    post(books, { from: START + 10, until: START + 20 }, [sale("a", START + 10)]);
    const { head = 0n } = books.lanes.get("1:0") ?? {};
    expect(refusalIn(books, { head, from: START + 19, until: START + 30 })).to.equal(
      "invalidWindow",
    );
    expect(refusalIn(books, { head, from: START + 20, until: START + 20 })).to.equal(
      "invalidWindow",
    );
    expect(refusalIn(books, { head, from: START + 20, until: NOW + 1 })).to.equal("invalidWindow");
    expect(refusalIn(opened(), { from: START - 1 })).to.equal("invalidWindow");
  });

  it("takes sales of the window alone, and of any time in the late lane", () => {
    for (const time of [START - 1, START + 100])
      expect(refusalIn(opened(), {}, [sale("a", time)])).to.equal("outsideWindow");
    const late = { lane: 0, from: 0, until: 0 };
    expect(refusalIn(opened(), late, [sale("a", START - PERIOD)])).to.equal(undefined);
    expect(refusalIn(opened(), { ...late, until: 1 })).to.equal("invalidWindow");
  });

  it("opens further lanes once, from their beginning on", () => {
    const books = opened();
    expect(refusalIn(books, { lane: 2 })).to.equal("unknownLane");
    openLane(books, 2, START + 50);
    expect(refusalOf(() => openLane(books, 2, START))?.refusal).to.equal("laneOpen");
    for (const lane of [0, 1, 16])
      expect(refusalOf(() => openLane(books, lane, START))?.refusal).to.equal("unknownLane");
    expect(refusalIn(books, { lane: 2 })).to.equal("invalidWindow");
    expect(refusalIn(books, { lane: 2, from: START + 50 }, [sale("a", START + 60)])).to.equal(
      undefined,
    );
  });

  it("refuses a line to somebody who is not named with the batch", () => {
    expect(refusalIn(opened(), {}, [sale("a")], ["someone"])).to.equal("notInBatch");
  });
});

describe("spec: duplicates", () => {
  it("voids the later sale where the earlier one covers it", () => {
    const books = opened();
    const keys = twice(books, 100n, 100n);
    expect(voidDuplicate(books, places, NOW)).to.deep.equal({ state: "void", returned: 10n });
    expect(statementOf(books, "p", 0, NOW).held).to.equal(10n);
    expect(books.sales.get(keys[1])?.dispute?.state).to.equal("void");
    expect(refusalOf(() => voidDuplicate(books, places, NOW))?.refusal).to.equal("nothingLeft");
  });

  it("voids the later sale though it is disputed, out of what is frozen", () => {
    const books = opened({ disputes: 1, disputePeriods: 1 });
    const [, second] = twice(books, 100n, 100n);
    disputeSale(books, { sale: second, batch: 2, partner: "p", role: 0 }, NOW);
    expect(voidDuplicate(books, places, NOW)).to.deep.equal({ state: "void", returned: 10n });
    expect(books.frozen.get(0)).to.equal(0n);
    expect(statementOf(books, "p", 0, NOW).held).to.equal(10n);
  });

  it("leaves to others what the arbiter gave them", () => {
    const books = opened({ disputes: 1, disputePeriods: 1 });
    const [, second] = twice(books, 100n, 100n);
    disputeSale(books, { sale: second, batch: 2, partner: "p", role: 0 }, NOW);
    reattributeSale(books, { sale: second, partners: ["p"] }, NOW);
    expect(refusalOf(() => voidDuplicate(books, places, NOW))?.refusal).to.equal("alreadyDisputed");
  });

  it("freezes it for the arbiter where the earlier one is smaller, as a squatter's is", () => {
    const books = opened();
    twice(books, 1n, 100n);
    expect(voidDuplicate(books, places, NOW)).to.deep.equal({ state: "open", frozen: [10n] });
    expect(books.frozen.get(0)).to.equal(10n);
  });

  it("takes a void or wholly refunded sale for none, and no other order", () => {
    const books = opened();
    const [first] = twice(books, 100n, 100n);
    const turned = { standing: places.duplicate, duplicate: places.standing };
    expect(refusalOf(() => voidDuplicate(books, turned, NOW))?.refusal).to.equal("notDuplicate");
    refundOne(books, first, 100n, NOW);
    expect(refusalOf(() => voidDuplicate(books, places, NOW))?.refusal).to.equal("nothingLeft");
  });

  it("lets a sale that was paid to the program stand over one that was not", () => {
    const books = opened();
    twice(books, 100n, 100n, "payer");
    expect(refusalOf(() => voidDuplicate(books, places, NOW))?.refusal).to.equal("notDuplicate");
    const turned = { standing: places.duplicate, duplicate: places.standing };
    expect(voidDuplicate(books, turned, NOW).state).to.equal("void");
  });

  it("voids nothing that is final", () => {
    const books = opened();
    twice(books, 100n, 100n);
    const late = START + 2 * PERIOD;
    expect(refusalOf(() => voidDuplicate(books, places, late))?.refusal).to.equal("saleLocked");
  });
});

const places = { standing: { batch: 1, place: 0 }, duplicate: { batch: 2, place: 0 } };

/** One partner, who earns 10 % of each sale. */
function opened(own: Partial<Terms["rules"]> = {}): Books {
  const { rules } = termsOf({});
  const terms = termsOf({ roles: [roleOf(100_000)], rules: { ...rules, ...own } });
  const books = openBooks(terms);
  enrollPartner(books, { partner: "p", tier: 0, joined: START, referrer: undefined });
  return books;
}

const credits = [{ partner: "p", role: 0, weight: 1 }];

function sale(name: string, occurred = START + 1): SaleToPost {
  const id = stringToHex(name, { size: 32 });
  return { id, occurred, kind: 0, amount: 100n, payer: undefined, credits };
}

function post(
  books: Books,
  post: Partial<LanePost>,
  sales: readonly SaleToPost[],
  partners: readonly string[] = ["p"],
): void {
  const lane = { head: 0n, currency: 0, lane: 1, from: START, until: START + 100 };
  const batch = { ...lane, evidence: zeroHash, packed: "0x" as const, ...post };
  postBatch(books, { ...batch, sales, partners: new Set(partners) }, NOW);
}

function refusalIn(
  books: Books,
  place: Partial<LanePost>,
  sales: readonly SaleToPost[] = [sale("z", (place.from ?? START) + 1)],
  partners: readonly string[] = ["p"],
) {
  return refusalOf(() => post(books, place, sales, partners))?.refusal;
}

/** Posts two sales of one id, the second paid by `payer`. Returns their keys. */
function twice(books: Books, first: bigint, second: bigint, payer?: string): [string, string] {
  const one = { name: "twice", kind: 0, currency: 0, credits };
  const { key } = postOne(books, { ...one, amount: first, payer: undefined }, NOW);
  return [key, postOne(books, { ...one, amount: second, payer }, NOW).key];
}
