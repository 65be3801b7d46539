import { rmSync } from "node:fs";
import { expect } from "chai";
import fc from "fast-check";
import { countWaiting } from "../../scripts/lib/input/store/countWaiting.ts";
import { openStore } from "../../scripts/lib/input/store/openStore.ts";
import { readStored } from "../../scripts/lib/input/store/readStored.ts";
import { storeEvent } from "../../scripts/lib/input/store/storeEvent.ts";
import { hear, type StripeEvent } from "../../scripts/lib/input/stripe/hear.ts";
import { type Folder, openFolder } from "../integration/support/files.ts";
import {
  anEvent,
  dispute,
  INVOICE,
  INVOICE_PAYMENT,
  RENEWAL,
  refunded,
  SESSION,
  SUBSCRIBED,
} from "./support.ts";

/** A one-off payment that is refunded in parts and then lost in a dispute, and a subscription of which a renewal is refunded. */
const EVENTS = [
  anEvent("checkout.session.completed", SESSION),
  anEvent("charge.refunded", refunded(1_000)),
  anEvent("charge.refunded", refunded(2_500)),
  anEvent("charge.dispute.created", dispute("needs_response")),
  anEvent("charge.dispute.closed", dispute("lost")),
  anEvent("checkout.session.completed", SUBSCRIBED),
  anEvent("invoice.paid", INVOICE),
  anEvent("invoice.paid", RENEWAL),
  anEvent("invoice_payment.paid", INVOICE_PAYMENT),
  anEvent("charge.refunded", refunded(4_000, "ch_9", "pi_9")),
  anEvent("charge.refunded", refunded(5_000, "ch_9", "pi_9")),
] as StripeEvent[];

const KEEP = { customers: ["client_reference_id", "customer"], metadata: ["plan"] };

describe("Events in any order", () => {
  let folder: Folder;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  /** What is known after some events, but for what follows from their order: which part of a total has which id. */
  const outcomeOf = (events: readonly StripeEvent[]) => {
    const path = folder.path("store.sqlite");
    for (const end of ["", "-wal", "-shm"]) rmSync(`${path}${end}`, { force: true });
    const store = openStore(path);
    try {
      let cursor = 0;
      const read = { sales: [] as string[], refunds: new Map<string, bigint>() };
      for (const event of events) {
        const heard = hear(event, KEEP);
        if (heard !== undefined) storeEvent(store, event, heard, 0);
        // Whoever follows the log sees all of it once, and each sale before what is refunded of it.
        const news = readStored(store, cursor);
        cursor = news.cursor;
        read.sales.push(...news.sales.map(({ id }) => id));
        for (const { saleId, amount } of news.refunds) {
          expect(read.sales).to.include(saleId);
          read.refunds.set(saleId, (read.refunds.get(saleId) ?? 0n) + amount);
        }
      }
      const { sales, disputed } = readStored(store);
      expect(sales.map(({ id }) => id)).to.deep.equal(read.sales);
      const known = sales.map(({ id, kind, amount, customers, codes, product }) =>
        JSON.stringify([id, kind, `${amount}`, customers.toSorted(), codes, product]),
      );
      return {
        sales: known.sort(),
        refunds: [...read.refunds].sort(),
        disputed: [...disputed],
        waiting: countWaiting(store),
      };
    } finally {
      store.close();
    }
  };

  it("and any number of times come to the same sales and the same totals", () => {
    const expected = outcomeOf(EVENTS);
    expect(expected.refunds).to.deep.equal([
      ["in_2", 5_000n],
      ["pi_1", 11_900n],
    ]);
    expect(expected.sales).to.have.length(3);
    const shuffled = fc.shuffledSubarray(EVENTS, { minLength: EVENTS.length });
    const repeated = fc.array(fc.constantFrom(...EVENTS), { maxLength: 6 });
    fc.assert(
      fc.property(shuffled, repeated, fc.nat(), (events, more, at) => {
        const place = at % (events.length + 1);
        const told = [...events.slice(0, place), ...more, ...events.slice(place)];
        expect(outcomeOf(told)).to.deep.equal(expected);
      }),
      { numRuns: 60 },
    );
  });
});
