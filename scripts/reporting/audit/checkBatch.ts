import { type Hex, zeroHash } from "viem";
import { batchTree } from "../../../core/batches/batchTree.ts";
import type { Terms } from "../../../core/deal/Terms.ts";
import { laneKey } from "../../../core/ledger/applyBatch.ts";
import { FIRST_LANE, LATE_LANE } from "../../../core/ledger/BatchBook.ts";
import type { Books } from "../../../core/ledger/Books.ts";
import type { SaleBook } from "../../../core/ledger/SaleBook.ts";
import type { EventNamed } from "../../../core/logs/decodeEvents.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import { compare } from "./compare.ts";
import type { Difference } from "./Difference.ts";

interface Moment {
  readonly books: Books;
  readonly terms: Terms;
  readonly time: number;
}

/** Says how a batch departs from the rules: its window follows in its lane and holds its sales, and its root is theirs. */
export function checkBatch(moment: Moment, args: EventNamed<"BatchPosted">["args"]): Difference[] {
  const { unbatched } = moment.books;
  return [
    ...compare("root", rootOf(unbatched), args.root),
    ...(Number(args.lane) === LATE_LANE
      ? [...compare("from", 0n, args.from), ...compare("until", 0n, args.until)]
      : checkWindow(moment, args)),
  ];
}

/** The root of sales as they were posted, by their place. */
export function rootOf(sales: readonly SaleBook[]): Hex {
  return sales.length === 0 ? zeroHash : batchTree(sales.map(({ leaf }) => leaf)).root;
}

function checkWindow(
  { books, terms, time }: Moment,
  { lane: number, currency, ...args }: EventNamed<"BatchPosted">["args"],
): Difference[] {
  const lane = Number(number);
  const [from, until] = [Number(args.from), Number(args.until)];
  const opened = lane === FIRST_LANE ? terms.start : books.lanesOpened.get(lane);
  const before = books.lanes.get(laneKey(lane, currency));
  const earliest = before?.until ?? opened;
  if (earliest === undefined)
    return [{ what: "lane", expected: "one that is open", found: `${lane}` }];
  const fits = from >= earliest && until > from && until <= time;
  const outside = books.unbatched.filter(({ occurredAt: at }) => at < from || at >= until);
  const window = `${formatIsoTime(from)} to before ${formatIsoTime(until)}`;
  return [
    ...(fits
      ? []
      : [
          {
            what: "window",
            expected: `one within ${formatIsoTime(earliest)} and ${formatIsoTime(time)}`,
            found: window,
          },
        ]),
    ...outside.map(({ occurredAt }) => ({
      what: "time of a sale",
      expected: window,
      found: formatIsoTime(occurredAt),
    })),
  ];
}
