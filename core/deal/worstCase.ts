import { ceilDiv } from "../money/ceilDiv.ts";
import { ONE, type Ppm, WHOLE } from "../money/ppm.ts";
import { sum } from "../money/sum.ts";
import { cutsOf } from "./cutsOf.ts";
import { type Contribution, stageWorst } from "./stageWorst.ts";
import { isOn, standingRateAt } from "./standingRateAt.ts";
import { GROSS, NET, REFERRED, type Terms, type Time } from "./Terms.ts";

/** 100 % in millionths of a ppm. */
const EXACT = WHOLE * WHOLE;

/** The most that one sale of a kind can pay out. */
export interface WorstCase {
  readonly kind: string;
  readonly ppm: Ppm;
  /** The most that it may: the terms' ceiling, or all of an outcome. */
  readonly ceiling: Ppm;
  readonly isOutcome: boolean;
  readonly contributions: readonly Contribution[];
}

/**
 * Per kind: all standing lines at the moment their sum is highest, every role filled at its highest rate, each line
 * followed by its referrals, and what remains where a role gets it.
 *
 * @param since Standing rates that are over by then do not count.
 */
export function worstCase(terms: Terms, since: Time = terms.start): WorstCase[] {
  const moments = momentsOf(terms, since);
  const outcomes = new Set(terms.outcomes.map(({ kind }) => kind));
  return terms.kinds.map((kind, index) => {
    const standing = moments
      .map((time) => standingAt(terms, index, time))
      .reduce((worst, at) => (sumOf(at) > sumOf(worst) ? at : worst), []);
    const gross = stageWorst(terms, GROSS, index);
    const net = stageWorst(terms, NET, index);
    const referral = stageWorst(terms, REFERRED, index);
    const isOutcome = outcomes.has(index);
    const ppm = combine(sumOf(standing), sumOf(gross), sumOf(net), sumOf(referral));
    const rest = residualOf(terms, ppm);
    return {
      kind,
      ppm: rest === undefined ? ppm : ONE,
      ceiling: isOutcome ? ONE : terms.ceiling,
      isOutcome,
      contributions: [...standing, ...gross, ...net, ...referral, ...(rest ? [rest] : [])],
    };
  });
}

/** What a role gets that has the residual: all that the others can leave of the sale. */
function residualOf({ roles, residualRole }: Terms, ppm: Ppm): Contribution | undefined {
  const name = roles[residualRole]?.name;
  if (name === undefined || ppm >= ONE) return undefined;
  return { name: `what remains for ${name}`, exact: BigInt(ONE - ppm) * WHOLE, of: "sale" };
}

/** When standing rates change: the start and each cut whose rates are not over. */
function momentsOf(terms: Terms, since: Time): Time[] {
  const cuts = cutsOf(terms);
  return [terms.start, ...cuts].filter((_, index) => (cuts[index] ?? since + 1) > since);
}

/**
 * `standing + gross × (1 + referral) + (1 − standing − gross) × net × (1 + referral)`, from exact rates and rounded up once.
 * Beyond 100 % of the rest counts as if it were of the sale, for no ceiling allows it.
 */
function combine(standing: bigint, gross: bigint, net: bigint, referral: bigint): Ppm {
  const followed = EXACT + referral;
  const rest = standing + gross < EXACT ? EXACT - standing - gross : 0n;
  const netBase = net * followed > EXACT * EXACT ? EXACT : rest;
  const lines = gross * EXACT + netBase * net;
  return Number(standing / WHOLE + ceilDiv(lines * followed, EXACT * EXACT * WHOLE));
}

function standingAt(terms: Terms, kind: number, time: Time): Contribution[] {
  return terms.standing
    .filter((line) => isOn(terms, line, kind))
    .map((line) => {
      const exact = BigInt(standingRateAt(line, time)) * WHOLE;
      return { name: line.name, exact, of: "sale" as const };
    })
    .filter(({ exact }) => exact > 0n);
}

function sumOf(contributions: readonly Contribution[]): bigint {
  return sum(contributions.map(({ exact }) => exact));
}
