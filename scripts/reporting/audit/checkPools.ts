import { ppmOf } from "../../../core/deal/ppmOf.ts";
import { poolSharesOf } from "../../../core/deal/scaleFilled.ts";
import { FIRST_POOL } from "../../../core/ledger/PartnerState.ts";
import { compare } from "./compare.ts";
import type { Difference } from "./Difference.ts";
import { filledIn, type SortedLines } from "./Posted.ts";
import type { Moment } from "./rateAt.ts";

/** Each role that nobody filled, and whose terms name a pool, has one line of the pool at its base rate. */
export function checkPools({ terms, kind }: Moment, sorted: SortedLines): Difference[] {
  return poolSharesOf(terms, kind, filledIn(sorted)).flatMap(({ role, pool, rate }) => {
    const what = `the pool of ${terms.roles[role]?.name}`;
    const line = sorted.pools.find((one) => one.role === role);
    return [
      ...compare(`${what}: number`, FIRST_POOL + pool, line?.number),
      ...compare(`${what}: rate in ppm`, ppmOf(rate), line?.rate),
    ];
  });
}
