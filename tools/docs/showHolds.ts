import { lockTime, periodStart } from "../../core/deal/periods.ts";
import { table } from "./table.ts";

const DAY = 86_400;

/** For how many days after a payment its money can be called back. */
const CALLED_BACK: readonly (readonly [string, number])[] = [
  ["a refund that you promise for 30 days", 30],
  ["a direct debit in euros, without a reason: 8 weeks", 56],
  ["a card's chargeback: 120 days after payment, or after the day of delivery", 120],
  ["a PayPal dispute: 180 days", 180],
  ["a card's chargeback until it is decided, which takes up to 90 days more", 210],
  ["a direct debit in euros that nobody authorised: 13 months", 396],
  ["a card's chargeback of what is delivered later: at most", 540],
];

/** How many periods to hold, so that even a sale of a period's last second can be refunded for so many days. */
export function showHolds(): string {
  return table(
    [
      ...["what can be called back", "days", "holds of 30 days", "final after"],
      ...["holds of 7 days", "final after"],
    ],
    CALLED_BACK.map(([what, days]) => [what, `${days}`, ...holdFor(days, 30), ...holdFor(days, 7)]),
    [1, 2, 4],
  );
}

function holdFor(days: number, period: number): [string, string] {
  const holdPeriods = Math.ceil(days / period);
  const terms = { start: 0, period: period * DAY, holdPeriods };
  const locks = lockTime(terms, 0);
  const [most, least] = [0, periodStart(terms, 1)].map((posted) => (locks - posted) / DAY);
  return [`${holdPeriods}`, `${least} to ${most} days`];
}
