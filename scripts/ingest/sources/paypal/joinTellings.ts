import { groupBy } from "../../facts/groupBy.ts";
import type { PaypalTransaction } from "./PaypalTransaction.ts";
import { type Status, statusOf } from "./statusOf.ts";

/** One transaction, however many downloads tell of it. */
export interface ToldTransaction extends PaypalTransaction {
  readonly standing: Status;
  /** Every row that tells of it. */
  readonly rows: readonly PaypalTransaction[];
}

/** Each transaction once, in the order of time. Rows of one that differ in more than the status stay apart. */
export function joinTellings(rows: readonly PaypalTransaction[]): ToldTransaction[] {
  return [...groupBy(rows, keyOf).values()]
    .flatMap((told) => {
      const [first] = told;
      if (first === undefined) return [];
      return [{ ...first, rows: told, standing: statusOf(told.map(({ status }) => status)) }];
    })
    .sort((a, b) => a.occurredAt - b.occurredAt);
}

function keyOf({
  status: _,
  from: __,
  gross,
  tax,
  shipping,
  fees,
  ...row
}: PaypalTransaction): string {
  return JSON.stringify([row, ...[gross, tax, shipping, fees].map(String)]);
}
