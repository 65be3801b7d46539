import { shareOf } from "../../../core/deal/shareOf.ts";
import { ceilDiv } from "../../../core/money/ceilDiv.ts";
import { ONE } from "../../../core/money/ppm.ts";
import { compare } from "./compare.ts";
import type { Difference } from "./Difference.ts";
import type { PostedLine } from "./Posted.ts";

const MILLION = BigInt(ONE);

/** Each role's lines must share its base by weights, whatever the weights were. A rate of the residual counts as the whole. */
export function checkShares(lines: readonly PostedLine[], base: bigint): Difference[] {
  const roles = [...new Set(lines.map(({ role }) => role))];
  return roles.flatMap((role) => {
    const own = lines
      .filter((line) => line.role === role)
      .map(({ rate, amount }) => ({ rate: Math.min(rate, ONE), amount }));
    const what = `lines of role ${role}`;
    const [first] = own;
    if (first !== undefined && own.length === 1)
      return compare(what, shareOf(base, first.rate), first.amount);
    return checkSplit(what, own, base);
  });
}

/** A line is ⌊base × rate × part⌋, and the parts of a role add up to 1: so do the bounds that each line sets to its part. */
function checkSplit(
  what: string,
  lines: readonly { rate: number; amount: bigint }[],
  base: bigint,
): Difference[] {
  const least = lines.reduce(
    (all, { rate, amount }) => all + (rate === 0 ? 0n : (amount * MILLION) / BigInt(rate)),
    0n,
  );
  if (least > base)
    return [{ what, expected: `at most the whole of ${base}`, found: `a base of ${least}` }];
  // A line whose rate is 0 does not tell its part.
  if (lines.some(({ rate }) => rate === 0))
    return lines.flatMap(({ rate, amount }) => (rate === 0 ? compare(what, 0n, amount) : []));
  const most = lines.reduce(
    (all, { rate, amount }) => all + ceilDiv((amount + 1n) * MILLION, BigInt(rate)),
    0n,
  );
  return most < base
    ? [{ what, expected: `the whole of ${base}`, found: `a base of ${most} at most` }]
    : [];
}
