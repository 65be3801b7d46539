import { setAsideOf } from "../../../core/deal/setAsideOf.ts";
import { standingRateOf } from "../../../core/deal/standingRateOf.ts";
import type { SaleLine } from "../../../core/ledger/SaleBook.ts";
import { sumOfAmounts } from "../../../core/money/sumOfAmounts.ts";
import { isNet, type SortedLines } from "./Posted.ts";
import type { Moment } from "./rateAt.ts";

/** What the rates of a sale's lines are of. */
export interface Bases {
  /** What the sale sets aside for standing lines. */
  readonly aside: bigint;
  /** Lines of the sale itself, and lines of what standing lines and they leave; those of pools among them. */
  readonly gross: readonly SaleLine[];
  readonly net: readonly SaleLine[];
  readonly netBase: bigint;
  /** What all of them and referrers leave. */
  readonly residualBase: bigint;
}

export function basesOf(
  moment: Pick<Moment, "terms" | "time" | "kind">,
  { amount }: { readonly amount: bigint },
  sorted: SortedLines,
): Bases {
  const { terms, time, kind } = moment;
  const aside = setAsideOf(amount, standingRateOf(terms, kind, time));
  const rated = [...sorted.credited.map(({ line }) => line), ...sorted.pools];
  const gross = rated.filter((line) => !isNet(terms, line));
  const net = rated.filter((line) => isNet(terms, line));
  const netBase = amount - aside - sumOfAmounts(gross);
  const referred = sumOfAmounts(sorted.credited.flatMap((line) => line.referred));
  return { aside, gross, net, netBase, residualBase: netBase - sumOfAmounts(net) - referred };
}
