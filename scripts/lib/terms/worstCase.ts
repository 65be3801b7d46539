import { ONE } from "../text/parsePercentage.ts";
import { NET, NOT_PAID, type Role, type StandingLine, type Terms } from "./ParsedTerms.ts";

const YEAR = 31_536_000;

/** One part of the worst case. */
export interface Contribution {
  readonly name: string;
  /** Of the sale; for a net role of what standing lines and gross roles leave. */
  readonly ppm: number;
  readonly net: boolean;
}

/** The most that one sale of a kind can pay out. */
export interface WorstCase {
  readonly kind: string;
  readonly ppm: number;
  readonly contributions: readonly Contribution[];
}

/** Per kind: all standing lines at the moment their sum is highest, every role filled at its highest rate. */
export function worstCase(terms: Terms): WorstCase[] {
  const moments = [terms.start, ...cutsOf(terms)];
  return terms.kinds.map((kind, index) => {
    const standing = moments
      .map((time) => standingAt(terms.standing, index, time))
      .reduce((worst, at) => (sumOf(at) > sumOf(worst) ? at : worst));
    const roles = terms.roles
      .map((role) => ({
        name: role.name,
        ppm: highestRate(role, index, terms.commission),
        net: role.stage === NET,
      }))
      .filter(({ ppm }) => ppm > 0);
    const contributions = [...standing, ...roles];
    const gross = sumOf(contributions.filter(({ net }) => !net));
    const net = sumOf(contributions.filter((one) => one.net));
    return { kind, ppm: gross + shareOfRest(gross, net), contributions };
  });
}

/** The times after the program's start at which some standing line starts, ends or begins another year. */
export function cutsOf({ start, standing }: Pick<Terms, "start" | "standing">): number[] {
  const cuts = standing.flatMap((line) => {
    const years = line.rates.map((_, year) => line.starts + year * YEAR);
    const running = years.filter((time) => line.ends === 0 || time < line.ends);
    return [...running, line.ends];
  });
  return [...new Set(cuts)].filter((time) => time > start).sort((a, b) => a - b);
}

/** A standing line's rate at a time. */
export function standingRateAt({ starts, ends, rates }: StandingLine, time: number): number {
  if (time < starts || (ends !== 0 && time >= ends)) return 0;
  return rates[Math.min(Math.floor((time - starts) / YEAR), rates.length - 1)] ?? 0;
}

function standingAt(lines: readonly StandingLine[], kind: number, time: number): Contribution[] {
  return lines
    .filter(({ kinds }) => ((kinds >> kind) & 1) === 1)
    .map((line) => ({ name: line.name, ppm: standingRateAt(line, time), net: false }))
    .filter(({ ppm }) => ppm > 0);
}

function highestRate(role: Role, kind: number, commission: number): number {
  const base = role.rates[kind] ?? NOT_PAID;
  if (base === NOT_PAID) return 0;
  const sum =
    base +
    Math.max(0, ...role.tiers) +
    Math.max(0, ...role.tenure) +
    (role.network.every > 0n ? role.network.max : 0) +
    (role.volume.every > 0n ? role.volume.max : 0);
  return Math.floor((Math.min(sum, role.ceiling) * commission) / ONE);
}

/** Rounded up, and beyond 100 % of the rest counted as if it were of the sale, as the contract does. */
function shareOfRest(gross: number, net: number): number {
  if (net > ONE) return net;
  return gross < ONE ? Math.ceil(((ONE - gross) * net) / ONE) : 0;
}

function sumOf(contributions: readonly Contribution[]): number {
  return contributions.reduce((sum, { ppm }) => sum + ppm, 0);
}
