import { ceilDiv } from "../money/ceilDiv.ts";
import { ONE } from "../text/parsePercentage.ts";
import { cutsOf } from "./cutsOf.ts";
import { highestRate } from "./highestRate.ts";
import { GROSS, NET, REFERRED, type StandingLine, type Terms } from "./ParsedTerms.ts";
import { type Contribution, stageWorst } from "./stageWorst.ts";
import { standingRateAt } from "./standingRateAt.ts";

/** The most that one sale of a kind can pay out. */
export interface WorstCase {
  readonly kind: string;
  readonly ppm: number;
  /** The most that it may: the terms' ceiling, or all of an outcome. */
  readonly ceiling: number;
  readonly isOutcome: boolean;
  readonly contributions: readonly Contribution[];
}

const MILLION = BigInt(ONE);

/** Per kind: all standing lines at the moment their sum is highest, every role filled at its highest rate. */
export function worstCase(terms: Terms): WorstCase[] {
  const moments = [terms.start, ...cutsOf(terms)];
  const outcomes = new Set(terms.outcomes.map(({ kind }) => kind));
  return terms.kinds.map((kind, index) => {
    const standing = moments
      .map((time) => standingAt(terms.standing, index, time))
      .reduce((worst, at) => (sumOf(at) > sumOf(worst) ? at : worst));
    const gross = stageWorst(terms, GROSS, index);
    const net = stageWorst(terms, NET, index);
    const referral = referralsOf(terms, index);
    const isOutcome = outcomes.has(index);
    return {
      kind,
      ppm: combine(sumOf(standing), sumOf(gross), sumOf(net), sumOf(referral)),
      ceiling: isOutcome ? ONE : terms.ceiling,
      isOutcome,
      contributions: [...standing, ...gross, ...net, ...referral],
    };
  });
}

/**
 * `standing + gross × (1 + referral) + (1 − standing − gross) × net × (1 + referral)`, rounded up as the contract does.
 * Beyond 100 % of the rest counts as if it were of the sale, for no ceiling allows it.
 */
function combine(standing: number, gross: number, net: number, referral: number): number {
  const [taken, ofSale, ofRest] = [BigInt(standing), BigInt(gross), BigInt(net)];
  const followed = MILLION + BigInt(referral);
  const rest = MILLION - taken - ofSale;
  if (ofRest * followed > MILLION * MILLION) {
    return Number(taken + ceilDiv((ofSale + ofRest) * followed, MILLION));
  }
  const lines = ofSale * MILLION + (rest > 0n ? rest * ofRest : 0n);
  return Number(taken + ceilDiv(lines * followed, MILLION * MILLION));
}

function standingAt(lines: readonly StandingLine[], kind: number, time: number): Contribution[] {
  return lines
    .filter(({ kinds }) => ((kinds >> kind) & 1) === 1)
    .map((line) => ({ name: line.name, ppm: standingRateAt(line, time), of: "sale" as const }))
    .filter(({ ppm }) => ppm > 0);
}

function referralsOf({ roles, commission }: Terms, kind: number): Contribution[] {
  return roles
    .filter(({ stage }) => stage === REFERRED)
    .map((role) => ({
      name: role.name,
      ppm: highestRate(role, kind, commission),
      of: "lines" as const,
    }))
    .filter(({ ppm }) => ppm > 0);
}

function sumOf(contributions: readonly Contribution[]): number {
  return contributions.reduce((sum, { ppm }) => sum + ppm, 0);
}
