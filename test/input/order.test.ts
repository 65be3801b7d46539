import type { DatabaseSync } from "node:sqlite";
import { expect } from "chai";
import fc from "fast-check";
import { readStored, type StoredFacts } from "../../scripts/ingest/store/readStored.ts";
import { type Folder, openFolder } from "../integration/support/files.ts";
import { storeOf } from "./storeOf.ts";
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
];

describe("Events in any order", () => {
  let folder: Folder;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  /** What is known after some events, but for what follows from their order: which part of a total has which id. */
  const outcomeOf = (events: readonly object[]) => {
    const told = new Map<string, string>();
    // What was told once may be posted: it stays as it was told.
    const compare = (store: DatabaseSync) => {
      const known = tellingOf(readStored(store));
      for (const [id, one] of told) expect(known.get(id)).to.equal(one);
      for (const [id, one] of known) told.set(id, one);
    };
    const { sales, refunds, disputed } = storeOf(
      folder.path("store.sqlite"),
      events,
      readStored,
      compare,
    );
    const known = sales.map(({ id, kind, amount, customers, codes, product }) =>
      JSON.stringify([id, kind, `${amount}`, customers.toSorted(), codes, product]),
    );
    return { sales: known.sort(), refunds: sumsOf(refunds), disputed: [...disputed] };
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

/** What is told of sales and of refunds whose sale is known, by their ids. */
function tellingOf({ sales, refunds }: StoredFacts): Map<string, string> {
  const ids = new Set(sales.map(({ id }) => id));
  const posted = refunds.filter(({ saleId }) => ids.has(saleId));
  return new Map([
    ...sales.map(({ id, amount }): [string, string] => [id, `${amount}`]),
    ...posted.map(({ id, saleId, amount }): [string, string] => [id, `${amount} ${saleId}`]),
  ]);
}

function sumsOf(refunds: StoredFacts["refunds"]): [string, bigint][] {
  const sums = new Map<string, bigint>();
  for (const { saleId, amount } of refunds) sums.set(saleId, (sums.get(saleId) ?? 0n) + amount);
  return [...sums].sort();
}
