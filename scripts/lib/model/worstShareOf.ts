import { baseRateOf } from "./baseRateOf.ts";
import { ONE } from "./constants.ts";
import { divideUp } from "./divideUp.ts";
import { scheduleOf } from "./scheduleOf.ts";
import { standingRateOf } from "./standingRateOf.ts";
import type { Ppm, Role, Terms } from "./terms.ts";

const WHOLE = BigInt(ONE);

/**
 * The most of a sale of this kind that all lines together could ever take, rounded up: standing lines
 * at their highest together, every role filled by partners of the highest rate it can reach, each of them
 * referred by such a partner; or some roles filled alone, sharing what the others leave to them.
 */
export function worstShareOf(terms: Terms, kind: number): Ppm {
  const { start, cuts } = scheduleOf(terms);
  const standing = Math.max(...[start, ...cuts].map((time) => standingRateOf(terms, kind, time)));
  const referral = ONE + sumOfHighest(terms, kind, "referral");
  const gross = stageWorst(terms, kind, "gross");
  const net = stageWorst(terms, kind, "net");
  const top = standing + scaledUp(gross, referral);
  const rest = Math.max(0, ONE - standing - gross);
  // Net rates beyond the whole of their base are beyond it whatever the base is.
  if (net > ONE) return top + net;
  return top + Number(divideUp(BigInt(rest) * BigInt(net) * BigInt(referral), WHOLE * WHOLE));
}

/** All roles filled; or fewer, where what nobody fills goes to the others. */
function stageWorst(terms: Terms, kind: number, of: Role["of"]): Ppm {
  const roles = terms.roles.filter((role) => role.of === of);
  const filled = sumOfHighest(terms, kind, of);
  if (!roles.some(({ missing }) => missing === "others")) return filled;
  const bases = roles.map((role) => baseRateOf(terms, role, kind) ?? 0);
  const all = BigInt(bases.reduce((sum, base) => sum + base, 0));
  const shared = roles.map((role, index) => {
    const base = bases[index] ?? 0;
    const most = BigInt(highestRate(terms, role, kind));
    return base === 0 ? 0 : Number(divideUp(most * all, BigInt(base)));
  });
  return Math.max(filled, ...shared);
}

function sumOfHighest(terms: Terms, kind: number, of: Role["of"]): Ppm {
  return terms.roles
    .filter((role) => role.of === of)
    .reduce((sum, role) => sum + highestRate(terms, role, kind), 0);
}

function scaledUp(rate: Ppm, by: Ppm): Ppm {
  return Number(divideUp(BigInt(rate) * BigInt(by), WHOLE));
}

function highestRate({ commission }: Terms, role: Role, kind: number): Ppm {
  const base = role.rates[kind];
  if (base === undefined) return 0;
  const most =
    base +
    Math.max(0, ...role.tiers) +
    Math.max(0, ...role.tenure) +
    (role.network?.max ?? 0) +
    (role.volume?.max ?? 0);
  return Math.floor((Math.min(role.ceiling, most) * commission) / ONE);
}
