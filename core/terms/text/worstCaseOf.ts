import {
  GROSS,
  NET,
  NOT_PAID,
  ONE,
  REFERRED,
  type Role,
  type StandingLine,
  type Terms,
  TO_OTHERS,
  YEAR,
} from "./Terms.ts";

const WHOLE = BigInt(ONE);

/**
 * The most that all lines together can take of a sale of one kind, ppm, rounded up: the reading for people of what the
 * program checked when it was created.
 */
export function worstCaseOf(terms: Terms, kind: number): number {
  const standing = BigInt(mostStanding(terms.standing, kind));
  const gross = stageWorst(terms, GROSS, kind);
  const net = stageWorst(terms, NET, kind);
  const referrals = rolesOn(terms, REFERRED, kind).map((role) => highestRate(terms, role, kind));
  const followed = WHOLE + referrals.reduce((sum, rate) => sum + rate, 0n);
  const rest = WHOLE - standing - gross;
  const lines = gross * WHOLE + (rest > 0n ? rest * net : 0n);
  return Number(standing + ceilDiv(lines * followed, WHOLE * WHOLE));
}

/** The roles of one stage together: where filled ones share what others leave, each in proportion to its base. */
function stageWorst(terms: Terms, stage: number, kind: number): bigint {
  const roles = rolesOn(terms, stage, kind);
  const highest = roles.map((role) => highestRate(terms, role, kind));
  const sum = highest.reduce((total, rate) => total + rate, 0n);
  const bases = roles.map((role) => scaled(terms, role, role.rates[kind] ?? 0));
  const all = bases.reduce((total, base) => total + base, 0n);
  if (all === 0n || !roles.some(({ missing }) => missing === TO_OTHERS)) return sum;
  const shared = bases.map((base, index) =>
    base === 0n ? 0n : ceilDiv((highest[index] ?? 0n) * all, base),
  );
  const most = shared.reduce(greater, 0n);
  const withoutBase = roles
    .filter((_, index) => bases[index] === 0n && (highest[index] ?? 0n) > 0n)
    .reduce((total, role) => total + scaled(terms, role, ONE), 0n);
  // Never less than each role alone.
  return greater(most + withoutBase, sum);
}

function rolesOn({ roles }: Terms, stage: number, kind: number): Role[] {
  return roles.filter(
    (role) => role.stage === stage && (role.rates[kind] ?? NOT_PAID) !== NOT_PAID,
  );
}

function highestRate(terms: Terms, role: Role, kind: number): bigint {
  const additions = Math.max(0, ...role.tiers) + Math.max(0, ...role.tenure);
  const bonuses = [role.network, role.volume].map(({ every, max }) => (every === 0n ? 0 : max));
  const sum = (role.rates[kind] ?? 0) + additions;
  return scaled(
    terms,
    role,
    bonuses.reduce((total, most) => total + most, sum),
  );
}

/** A rate below the role's ceiling, of the commission. */
function scaled({ commission }: Terms, { ceiling }: Role, rate: number): bigint {
  return (BigInt(Math.min(rate, ceiling)) * BigInt(commission)) / WHOLE;
}

/** `Math.max` takes no bigint. */
function greater(one: bigint, other: bigint): bigint {
  if (one > other) return one;
  return other;
}

function ceilDiv(amount: bigint, by: bigint): bigint {
  return (amount + by - 1n) / by;
}

/** Standing rates change only where a line starts, has an anniversary or ends: look at each of these times. */
function mostStanding(lines: readonly StandingLine[], kind: number): number {
  const earning = lines.filter(({ kinds }) => ((kinds >> kind) & 1) === 1);
  const times = earning.flatMap((line) => line.rates.map((_, year) => line.starts + year * YEAR));
  const sums = times.map((time) => earning.reduce((sum, line) => sum + rateAt(line, time), 0));
  return Math.max(0, ...sums);
}

function rateAt(line: StandingLine, time: number): number {
  if (time < line.starts || (line.ends !== 0 && time >= line.ends)) return 0;
  const year = Math.floor((time - line.starts) / YEAR);
  return line.rates[Math.min(year, line.rates.length - 1)] ?? 0;
}
