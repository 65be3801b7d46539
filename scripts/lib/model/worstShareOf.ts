import { WHOLE } from "./constants.ts";
import { divideUp } from "./divideUp.ts";
import { scheduleOf } from "./scheduleOf.ts";
import { standingRateAt } from "./standingRateAt.ts";
import type { Ppm, Role, Terms } from "./terms.ts";

/**
 * The most of a sale of this kind that all lines together could ever take, rounded up: standing lines
 * at their highest together, every role filled by partners of the highest rate it can reach.
 */
export function worstShareOf(terms: Terms, kind: number): Ppm {
  const { start, cuts } = scheduleOf(terms);
  const standing = [start, ...cuts].map((time) =>
    terms.standing.reduce((sum, line) => sum + standingRateAt(line, kind, time), 0),
  );
  const top = Math.max(...standing) + sumOf(terms, kind, "gross");
  const net = sumOf(terms, kind, "net");
  const whole = Number(WHOLE);
  // Net rates beyond the whole of their base are beyond it whatever the base is.
  if (net > whole) return top + net;
  return top + Number(divideUp(BigInt(Math.max(0, whole - top) * net), WHOLE));
}

function sumOf(terms: Terms, kind: number, of: Role["of"]): Ppm {
  return terms.roles
    .filter((role) => role.of === of)
    .reduce((sum, role) => sum + highestRate(role, kind, terms.commission), 0);
}

function highestRate(role: Role, kind: number, commission: Ppm): Ppm {
  const base = role.rates[kind];
  if (base === undefined) return 0;
  const most =
    base +
    Math.max(0, ...role.tiers) +
    Math.max(0, ...role.tenure) +
    (role.network?.max ?? 0) +
    (role.volume?.max ?? 0);
  return Number((BigInt(Math.min(role.ceiling, most)) * BigInt(commission)) / WHOLE);
}
