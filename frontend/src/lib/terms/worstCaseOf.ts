import { NET, NOT_PAID, ONE, type Role, type StandingLine, type Terms, YEAR } from "./Terms";

/**
 * The most that all lines together can take of a sale of one kind, ppm, rounded up: the reading for people of what the
 * program checked when it was created.
 */
export function worstCaseOf(terms: Terms, kind: number): number {
  let gross = mostStanding(terms.standing, kind);
  let net = 0;
  for (const role of terms.roles) {
    const most = highestRate(role, kind, terms.commission);
    if (role.stage === NET) net += most;
    else gross += most;
  }
  return net > 0 && gross < ONE ? gross + Math.ceil(((ONE - gross) * net) / ONE) : gross;
}

function highestRate(role: Role, kind: number, commission: number): number {
  const base = role.rates[kind] ?? NOT_PAID;
  if (base === NOT_PAID) return 0;
  const additions = Math.max(0, ...role.tiers) + Math.max(0, ...role.tenure);
  const bonuses = [role.network, role.volume].map(({ every, max }) => (every === 0n ? 0 : max));
  const sum = base + additions + bonuses.reduce((total, most) => total + most, 0);
  return Math.floor((Math.min(sum, role.ceiling) * commission) / ONE);
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
