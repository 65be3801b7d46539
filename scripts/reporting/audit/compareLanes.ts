import { laneKey } from "../../../core/ledger/applyBatch.ts";
import { FIRST_LANE } from "../../../core/ledger/BatchBook.ts";
import type { Books } from "../../../core/ledger/Books.ts";
import type { History } from "../../../core/ledger/History.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import type { Comparison } from "./Comparison.ts";

const LANES = 16;

/** Compares how far every lane is in every currency, open or not. */
export function compareLanes(comparison: Comparison, books: Books, { time }: History): void {
  const { start } = termsAt(books, time);
  for (const { currency } of books.currencies.values()) {
    for (let lane = 0; lane < LANES; lane++) {
      const { until, head } = books.lanes.get(laneKey(lane, currency.address)) ?? NONE;
      const begins = lane === FIRST_LANE ? start : (books.lanesOpened.get(lane) ?? 0);
      comparison.ask("laneOf", [BigInt(lane), currency.address], (found) => {
        const name = `lane ${lane} in ${currency.symbol}`;
        comparison.equal(`${name}: begins`, begins, Number(found[0]));
        comparison.equal(`${name}: until`, until, Number(found[1]));
        comparison.equal(`${name}: head`, head, found[2]);
      });
    }
  }
}

const NONE = { until: 0, head: 0n };
