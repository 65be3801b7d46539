import { expect } from "chai";
import { readStored } from "../../scripts/ingest/store/readStored.ts";
import { type Folder, openFolder } from "../integration/support/files.ts";
import { ordersOf, storeOf } from "./storeOf.ts";
import { anEvent, dispute, refunded, SESSION } from "./support.ts";

const SOLD = anEvent("checkout.session.completed", SESSION);

/** A refund as Stripe has it. */
const refund = (id: string, amount: number, status: string) => ({
  ...{ id, object: "refund", amount, status, currency: "eur", charge: "ch_1" },
  ...{ payment_intent: "pi_1", reason: "requested_by_customer" },
});

describe("Refunds that the bank has not taken, or sends back", () => {
  let folder: Folder;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  const told = (...events: object[]) => {
    const facts = storeOf(folder.path("store.sqlite"), events, readStored);
    return {
      refunds: facts.refunds.map(({ id, amount }) => [id, amount]),
      setAside: facts.setAside.map(({ id, amount, verdict, rule }) => [id, amount, verdict, rule]),
    };
  };

  for (const status of ["pending", "requires_action"]) {
    it(`waits for one that is ${status}, whatever comes first`, () => {
      const events = [
        SOLD,
        anEvent("refund.created", refund("re_1", 1_000, status)),
        anEvent("charge.refunded", refunded(1_000)),
      ];
      const done = anEvent("refund.updated", refund("re_1", 1_000, "succeeded"));
      for (const order of ordersOf(events)) {
        expect(told(...order)).to.deep.equal({
          refunds: [],
          setAside: [["re_1", "10", "review", "(refund pending)"]],
        });
        expect(told(...order, done)).to.deep.equal({
          refunds: [["ch_1@1000", 1_000n]],
          setAside: [],
        });
      }
    });
  }

  it("never tells one that was canceled before", () => {
    const events = [
      anEvent("refund.created", refund("re_1", 1_000, "requires_action")),
      anEvent("charge.refunded", refunded(1_000)),
      anEvent("refund.updated", refund("re_1", 1_000, "canceled")),
      SOLD,
    ];
    expect(told(...events).refunds).to.deep.equal([]);
  });

  for (const type of ["refund.failed", "refund.updated", "charge.refund.updated"]) {
    it(`takes back one that fails later, and says so: ${type}`, () => {
      const made = anEvent("charge.refunded", refunded(1_000));
      const failed = anEvent(type, refund("re_1", 1_000, "failed"));
      expect(told(SOLD, made).refunds).to.deep.equal([["ch_1@1000", 1_000n]]);
      expect(told(SOLD, made, failed)).to.deep.equal({
        refunds: [],
        setAside: [["ch_1@1000", "10", "exclude", "(refund failed)"]],
      });
      // A second refund in its place: what was posted of the first stands for it.
      const again = anEvent("charge.refunded", refunded(1_500));
      expect(told(SOLD, made, failed, again)).to.deep.equal({
        refunds: [
          ["ch_1@1000", 1_000n],
          ["ch_1@1500", 500n],
        ],
        setAside: [],
      });
    });
  }

  it("comes to the same total in any order, told twice or once", () => {
    const events = [
      SOLD,
      anEvent("charge.refunded", refunded(1_000)),
      anEvent("charge.refunded", refunded(3_000)),
      anEvent("refund.failed", refund("re_1", 1_000, "failed")),
      anEvent("charge.refunded", refunded(2_500)),
    ];
    for (const order of ordersOf(events)) {
      const { refunds } = told(...order, ...order.slice(0, 2));
      expect(refunds.reduce((sum, [, amount]) => sum + Number(amount), 0)).to.equal(2_500);
    }
  });

  it("has one that failed stand for what a lost dispute takes, so that the sale is never exceeded", () => {
    const made = [SOLD, anEvent("charge.refunded", refunded(1_000))];
    const failed = anEvent("refund.failed", refund("re_1", 1_000, "failed"));
    const lost = anEvent("charge.dispute.closed", dispute("lost"));
    for (const events of [
      [...made, lost],
      [...made, lost, failed],
      [...made, failed, lost],
    ]) {
      expect(told(...events)).to.deep.equal({
        refunds: [
          ["ch_1@1000", 1_000n],
          ["ch_1@dispute", 10_900n],
        ],
        setAside: [],
      });
    }
    const part = anEvent("charge.dispute.closed", { ...dispute("lost"), amount: 600 });
    expect(told(...made, failed, part)).to.deep.equal({
      refunds: [["ch_1@1000", 600n]],
      setAside: [["ch_1@1000", "4", "exclude", "(refund failed)"]],
    });
  });

  it("puts aside a dispute in another currency than its sale", () => {
    const other = { ...dispute("lost"), currency: "usd" };
    expect(told(SOLD, anEvent("charge.dispute.closed", other))).to.deep.equal({
      refunds: [],
      setAside: [["ch_1@dispute", "119", "review", "(currency)"]],
    });
  });
});
