import { standingRateOf } from "../books/applyPosted.ts";
import { ceilDiv, setAside, shareOf } from "../books/waterfall.ts";
import type { EventNamed } from "../history/readEvents.ts";
import { NET } from "../terms/ParsedTerms.ts";
import { ONE } from "../text/parsePercentage.ts";
import type { Difference } from "./Difference.ts";
import { type Moment, rateOf } from "./rateOf.ts";

/** The rate of a line that is what remains of its sale. */
const RESIDUAL_RATE = 0xfffff;
const MILLION = BigInt(ONE);

type Posted = EventNamed<"SalePosted">["args"];
type Line = Posted["lines"][number];

/** Says how a posted sale departs from the terms: its rates, the shares of each role, and that nothing is lost or made up. */
export function checkPosted(moment: Moment, sale: Posted, isPaidHere: boolean): Difference[] {
  const { amount, brought, lines } = sale;
  const { terms, time, kind } = moment;
  const aside = setAside(amount, standingRateOf(terms, kind, time));
  const isNet = ({ role }: Line) => terms.roles[role]?.stage === NET;
  const residual = lines.filter(({ rate }) => rate === RESIDUAL_RATE);
  const rated = lines.filter(({ rate }) => rate !== RESIDUAL_RATE);
  const gross = rated.filter((line) => !isNet(line));
  const net = rated.filter(isNet);
  const netBase = amount - aside - sum(gross);
  const residualBase = netBase - sum(net);
  const attributed = sum(lines);
  return [
    ...lines.flatMap((line, index) => checkRate(moment, line, index)),
    ...checkShares(gross, amount),
    ...checkShares(net, netBase),
    ...checkShares(residual, residualBase),
    ...compare("brought", isPaidHere ? amount - attributed : aside, brought),
    ...(attributed + aside > amount
      ? [
          {
            what: "lines and standing lines",
            expected: `at most ${amount}`,
            found: `${attributed + aside}`,
          },
        ]
      : []),
  ];
}

function checkRate(
  moment: Moment,
  { partner: wallet, role: index, rate }: Line,
  at: number,
): Difference[] {
  const role = moment.terms.roles[index];
  const partner = moment.books.partners.get(wallet);
  const what = `line ${at}`;
  if (role === undefined)
    return [{ what, expected: "a role of the terms", found: `role ${index}` }];
  if (partner === undefined) return [{ what, expected: "an enrolled partner", found: wallet }];
  if (rate === RESIDUAL_RATE) return compare(`${what}: role`, moment.terms.residualRole, index);
  return compare(`${what}: rate in ppm`, rateOf(moment, role, partner), rate);
}

/** Each role's lines must share its base by weights, whatever the weights were. */
function checkShares(lines: readonly Line[], base: bigint): Difference[] {
  const roles = [...new Set(lines.map(({ role }) => role))];
  return roles.flatMap((role) => {
    const own = lines
      .filter((line) => line.role === role)
      .map(({ rate, amount }) => ({ rate: rate === RESIDUAL_RATE ? ONE : rate, amount }));
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

function compare(
  what: string,
  expected: bigint | number | undefined,
  found: bigint | number,
): Difference[] {
  return expected === found
    ? []
    : [{ what, expected: String(expected ?? "no line"), found: String(found) }];
}

function sum(lines: readonly Line[]): bigint {
  return lines.reduce((all, { amount }) => all + amount, 0n);
}
