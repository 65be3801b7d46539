import { expect } from "chai";
import { findDuplicates, type LockingPosting } from "../../core/ledger/findDuplicates.ts";
import { OPEN, REATTRIBUTED, STANDS, VOID } from "../../core/ledger/SaleBook.ts";
import { salePlace, splitPlace } from "../../core/ledger/salePlace.ts";

const NOW = 1_000;
const ETHER = "0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE";
const USDC = "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913";

function posting(batch: number, changes: Partial<LockingPosting> = {}): LockingPosting {
  return {
    ...{ id: "0x01", at: salePlace(batch, 0), currency: ETHER, amount: 100n, refunded: 0n },
    ...{ payer: undefined, dispute: undefined, locksAt: NOW + 1 },
    ...changes,
  };
}

/** The batches of sales that stand twice, each with the one that stands before it and what is to be done. */
function found(...postings: readonly LockingPosting[]) {
  return findDuplicates(postings, NOW).map(({ standing, duplicate, remedy }) => [
    splitPlace(standing.at).batch,
    splitPlace(duplicate.at).batch,
    remedy,
  ]);
}

describe("Sales posted twice", () => {
  it("are none where ids differ", () => {
    expect(found(posting(1), posting(2, { id: "0x02" }))).to.deep.equal([]);
  });

  it("are void where the first covers them, in whatever order they are found", () => {
    expect(found(posting(2), posting(1))).to.deep.equal([[1, 2, "void"]]);
    expect(found(posting(1), posting(2, { amount: 1n }))).to.deep.equal([[1, 2, "void"]]);
  });

  it("stand in the order of places within a batch", () => {
    const [one, other] = [0, 1].map((place) => posting(1, { at: salePlace(1, place) }));
    const [pair] = findDuplicates(
      [other, one].filter((sale) => sale !== undefined),
      NOW,
    );
    expect(pair?.duplicate).to.equal(other);
  });

  it("each follow the one that stands first", () => {
    const all = [posting(1), posting(2), posting(3)];
    expect(found(...all)).to.deep.equal([
      [1, 2, "void"],
      [1, 3, "void"],
    ]);
  });

  it("follow the one that was paid here, though it is later", () => {
    expect(found(posting(1), posting(2, { payer: USDC }))).to.deep.equal([[2, 1, "void"]]);
  });

  it("wait for the arbiter where the first does not cover them", () => {
    expect(found(posting(1, { amount: 1n }), posting(2))).to.deep.equal([[1, 2, "dispute"]]);
    expect(found(posting(1, { refunded: 1n }), posting(2))).to.deep.equal([[1, 2, "dispute"]]);
    expect(found(posting(1, { currency: USDC }), posting(2))).to.deep.equal([[1, 2, "dispute"]]);
  });

  it("are none where nothing of one is left", () => {
    expect(found(posting(1, { refunded: 100n }), posting(2))).to.deep.equal([]);
    expect(found(posting(1), posting(2, { dispute: { state: VOID } }))).to.deep.equal([]);
    expect(found(posting(1, { dispute: { state: VOID } }), posting(2))).to.deep.equal([]);
  });

  it("are void whatever became of a dispute of either", () => {
    for (const state of [OPEN, STANDS]) {
      const disputed = { dispute: { state } };
      expect(found(posting(1), posting(2, disputed))).to.deep.equal([[1, 2, "void"]]);
      expect(found(posting(1, disputed), posting(2))).to.deep.equal([[1, 2, "void"]]);
    }
  });

  it("stay where nothing can be done about them", () => {
    const late = { locksAt: NOW };
    expect(found(posting(1), posting(2, late))).to.deep.equal([[1, 2, "locked"]]);
    const open = { dispute: { state: OPEN } };
    expect(found(posting(1), posting(2, { ...late, ...open }))).to.deep.equal([[1, 2, "waits"]]);
    const small = posting(1, { amount: 1n });
    expect(found(small, posting(2, open))).to.deep.equal([[1, 2, "waits"]]);
    const decided = posting(2, { dispute: { state: STANDS } });
    expect(found(small, decided)).to.deep.equal([[1, 2, "decided"]]);
    const given = posting(2, { dispute: { state: REATTRIBUTED } });
    expect(found(posting(1), given)).to.deep.equal([[1, 2, "decided"]]);
  });
});
