import { type Address, zeroAddress } from "viem";
import { ETHER } from "../currency/ETHER.ts";
import { cutsOf } from "../deal/cutsOf.ts";
import type { Terms } from "../deal/Terms.ts";
import { JsonFileError } from "../json/JsonFileError.ts";
import type { JsonMistake } from "../json/JsonMistake.ts";
import { findOverpayingKinds } from "./findOverpayingKinds.ts";
import type { ParsedTerms } from "./ParsedTerms.ts";

/** As many as fit a transaction. */
const MOST_CUTS = 160;

/** What a deployment decides where the terms file leaves it open. */
export interface Deployment {
  /** Operator, attributor, arbiter and treasury where the file names none. */
  readonly account: Address;
  /** The start where the file names none. */
  readonly time: number;
  /** Tokens by their symbols. */
  readonly tokens: ReadonlyMap<string, Address>;
}

/** The terms as the factory takes them; refused where they could pay out more than their ceiling. */
export function encodeTerms(file: string, parsed: ParsedTerms, deployment: Deployment): Terms {
  const terms = toTerms(parsed, deployment);
  const mistakes = [
    ...findEndedLines(terms),
    ...findTooManyCuts(terms),
    ...findOverpayingKinds(terms),
  ];
  if (mistakes.length > 0) throw new JsonFileError(file, mistakes);
  return terms;
}

/** The terms with what their deployment decides, not checked. */
export function toTerms(parsed: ParsedTerms, { account, time, tokens }: Deployment): Terms {
  const start = parsed.starts ?? time;
  return {
    name: parsed.name,
    operator: parsed.operator ?? account,
    attributor: parsed.attributor ?? account,
    arbiter: parsed.arbiter ?? account,
    treasury: parsed.treasury ?? account,
    guardian: parsed.guardian ?? zeroAddress,
    standby: parsed.standby ?? zeroAddress,
    start,
    period: parsed.period,
    holdPeriods: parsed.holdPeriods,
    noticePeriods: parsed.noticePeriods,
    lineNoticePeriods: parsed.lineNoticePeriods,
    ceiling: parsed.ceiling,
    commission: parsed.commission,
    residualRole: parsed.residualRole,
    currencies: placeCurrencies(parsed.currencies, tokens),
    kinds: parsed.kinds,
    tiers: parsed.tiers,
    roles: parsed.roles,
    standing: parsed.standing.map((line) => ({ ...line, starts: line.starts ?? start })),
    outcomes: parsed.outcomes,
    pools: parsed.pools,
    graduations: parsed.graduations,
    milestones: parsed.milestones,
    checkpoints: parsed.checkpoints,
    rules: parsed.rules,
  };
}

/** Position 0 is ETH's, taken or not. */
function placeCurrencies(
  symbols: readonly string[],
  tokens: ReadonlyMap<string, Address>,
): Address[] {
  const others = symbols
    .filter((symbol) => symbol !== "ETH")
    .map((symbol) => tokens.get(symbol) ?? zeroAddress);
  return [symbols.includes("ETH") ? ETHER : zeroAddress, ...others];
}

function findEndedLines({ standing }: Terms): JsonMistake[] {
  return standing.flatMap(({ starts, ends }, index) =>
    ends === 0 || ends > starts
      ? []
      : [
          {
            path: `standing[${index}].ends`,
            found: "a time before the line starts",
            allowed: "a time after it",
          },
        ],
  );
}

function findTooManyCuts(terms: Terms): JsonMistake[] {
  const cuts = cutsOf(terms).length;
  if (cuts <= MOST_CUTS) return [];
  return [
    {
      path: "standing",
      found: `lines that start, end or begin another year at ${cuts} different times`,
      allowed: `at most ${MOST_CUTS} such times`,
    },
  ];
}
