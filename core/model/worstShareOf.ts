import { baseRateOf } from "./baseRateOf.ts";
import { ONE } from "./constants.ts";
import { divideUp } from "./divideUp.ts";
import { scheduleOf } from "./scheduleOf.ts";
import { standingRateOf } from "./standingRateOf.ts";
import type { Ppm, Role, Terms, Time } from "./terms.ts";

const WHOLE = BigInt(ONE);

/**
 * The most of a sale of this kind, from `since` on, that all lines together could ever take, rounded up: standing lines
 * at their highest together, every role filled by partners of the highest rate it can reach, each of them
 * referred by such a partner; or some roles filled alone, sharing what the others leave to them.
 */
export function worstShareOf(terms: Terms, kind: number, since: Time): Ppm {
  const { start, cuts } = scheduleOf(terms);
  // What is over by then does not count.
  const times = [start, ...cuts].filter((_, index) => (cuts[index] ?? since + 1) > since);
  const standing = Math.max(...times.map((time) => standingRateOf(terms, kind, time)));
  const gross = stageWorst(terms, kind, "gross");
  const net = stageWorst(terms, kind, "net");
  const followed = WHOLE + BigInt(stageWorst(terms, kind, "referral"));
  // Net rates beyond the whole of their base are beyond it whatever the base is.
  const netIsTooMuch = BigInt(net) * followed > WHOLE * WHOLE;
  const netBase = netIsTooMuch ? ONE : Math.max(0, ONE - standing - gross);
  const roles = BigInt(gross) * WHOLE + BigInt(netBase) * BigInt(net);
  return standing + Number(divideUp(roles * followed, WHOLE * WHOLE));
}

/** All roles of a stage filled; or fewer, where what nobody fills goes to the others. */
function stageWorst(terms: Terms, kind: number, of: Role["of"]): Ppm {
  const roles = terms.roles.filter((role) => role.of === of && role.rates[kind] !== undefined);
  const filled = sumOf(roles.map((role) => highestRate(terms, role, kind)));
  const bases = roles.map((role) => baseRateOf(terms, role, kind) ?? 0);
  const all = sumOf(bases);
  if (all === 0 || !roles.some(({ missing }) => missing === "others")) return filled;
  const shares = roles.map((role, index) => {
    const most = BigInt(highestRate(terms, role, kind));
    const base = BigInt(bases[index] ?? 0);
    return base === 0n ? 0 : Number(divideUp(most * BigInt(all), base));
  });
  // A role without a base can be raised to its ceiling.
  const raised = roles
    .filter((role, index) => bases[index] === 0 && highestRate(terms, role, kind) > 0)
    .map(({ ceiling }) => Math.floor((ceiling * terms.commission) / ONE));
  return Math.max(filled, Math.max(...shares) + sumOf(raised));
}

function sumOf(rates: readonly Ppm[]): Ppm {
  return rates.reduce((sum, rate) => sum + rate, 0);
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
