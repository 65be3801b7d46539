import type { Returned } from "./Returned.ts";
import type { ChargeRefunds } from "./refundsOfCharge.ts";

export interface RefundsInEffect {
  /** Each with what stands of it. */
  readonly standing: readonly Returned[];
  /** Each with what was told of it and does not stand, as its refund has failed. */
  readonly undone: readonly Returned[];
}

/**
 * What stands of the parts of one sale's charges: no more than the sale, and no more than has gone back after all. The latest are
 * undone first, so that what is posted of an earlier one stands for whatever went back later.
 * @param places The order in which events came.
 * @param whole The sale's amount; undefined where it is not known.
 */
export function refundsInEffect(
  charges: readonly ChargeRefunds[],
  places: ReadonlyMap<string, number>,
  whole: bigint | undefined,
): RefundsInEffect {
  const placeOf = ({ event }: Returned) => places.get(event) ?? 0;
  const parts = charges.flatMap((charge) => charge.parts).sort((a, b) => placeOf(a) - placeOf(b));
  const most = whole === undefined ? Number.MAX_SAFE_INTEGER : Number(whole);
  const net = charges.reduce((sum, charge) => sum + charge.net, 0);
  const told = within(parts, most);
  const standing = within(parts, Math.min(most, net));
  const undone = told.map((part, index) => ({
    ...part,
    amount: part.amount - (standing[index]?.amount ?? 0),
  }));
  // Of a dispute nothing comes back: what does not stand of it, an earlier part stands for.
  const failed = undone.filter((part) => part.status !== "lost" && isSome(part));
  const hasFailed = charges.some((charge) => charge.hasFailed);
  return { standing: standing.filter(isSome), undone: hasFailed ? failed : [] };
}

/** As much of each in turn as an amount covers. */
function within(parts: readonly Returned[], most: number): Returned[] {
  let left = most;
  return parts.map((part) => {
    const amount = Math.min(part.amount, left);
    left -= amount;
    return { ...part, amount };
  });
}

function isSome({ amount }: Returned): boolean {
  return amount > 0;
}
