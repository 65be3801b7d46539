import { hurdleOf } from "./hurdleOf.ts";
import { levelIn } from "./levelIn.ts";
import type { PlanBooks } from "./PlanBooks.ts";
import { moneyUntil } from "./shareMoney.ts";

/** Money from which on more classes take part. */
export interface HurdleAhead {
  readonly amount: bigint;
  readonly classes: readonly number[];
}

/** What has to arrive to reach each hurdle ahead, in their order; without those that no money reaches. */
export function hurdlesAhead(books: PlanBooks, currency: number): HurdleAhead[] {
  const { level } = levelIn(books, currency);
  const classes = [...books.classes.keys()];
  const ahead = Map.groupBy(classes, (group) => hurdleOf(books.terms, group, currency));
  return [...ahead]
    .filter(([hurdle]) => hurdle > level)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([hurdle, group]) => {
      const amount = moneyUntil(books, currency, hurdle);
      return amount === undefined ? [] : [{ amount, classes: group }];
    });
}
