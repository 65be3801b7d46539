import { WEIGHT } from "./models/WEIGHT.ts";

/**
 * As `largestRemainder`, for parts of any size: the weights of a period, whose parts are exact fractions over one large
 * denominator. Of equal remainders the first gets the unit.
 */
export function largestRemainderWide(parts: readonly bigint[], total = WEIGHT): number[] {
  const sum = parts.reduce((all, part) => all + part, 0n);
  if (sum <= 0n) throw new RangeError("there is nothing to share by: all parts are 0");
  const products = parts.map((part) => part * BigInt(total));
  const shares = products.map((product) => Number(product / sum));
  const remainders = products.map((product) => product % sum);
  const left = shares.reduce((rest, share) => rest - share, total);
  const places = parts.map((_, place) => place);
  places.sort((a, b) => compare(remainders[b], remainders[a]) || a - b);
  for (const place of places.slice(0, left)) shares[place] = (shares[place] ?? 0) + 1;
  return shares;
}

function compare(a = 0n, b = 0n): number {
  if (a === b) return 0;
  return a > b ? 1 : -1;
}
