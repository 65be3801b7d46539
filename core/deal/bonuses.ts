import { type Ppm, WHOLE } from "../money/ppm.ts";
import type { Role, Time } from "./Terms.ts";

/** What the rate of one credit depends on besides the terms. */
export interface RateInputs {
  readonly kind: number;
  readonly time: Time;
  /** The partner's tier in force. */
  readonly tier: number;
  readonly joined: Time;
  readonly activePartners: number;
  /** All revenue of the last closed period in the sale's currency, in its smallest unit; 0 where there was none. */
  readonly lastRevenue: bigint;
  readonly decimals: number;
}

/** An addition to a rate for every so much of something, up to a most. */
export type Bonus = Role["network"];

/** A field of a role that is a bonus. */
export type BonusKey = { [Key in keyof Role]: Role[Key] extends Bonus ? Key : never }[keyof Role];

/** One sort of bonus: what it counts, and how it is told. */
export interface BonusRule {
  readonly key: BonusKey;
  /** What `every` counts: things, or millionths of the sale's currency. */
  readonly unit: "count" | "amount";
  /** How much there is of what `every` counts, rounded down. */
  readonly measure: (inputs: RateInputs) => bigint;
  /** A sentence's first word, and what follows "for every 5" in it. */
  readonly sentence: readonly [string, string];
}

/** Something for each sort of bonus. This is the one list of them: one that the contract knows and this does not fails to compile. */
export function eachBonus<Value>(of: (rule: BonusRule) => Value): Record<BonusKey, Value> {
  return {
    network: of({
      key: "network",
      unit: "count",
      measure: ({ activePartners }) => BigInt(activePartners),
      sentence: ["The network", "active partners"],
    }),
    volume: of({
      key: "volume",
      unit: "amount",
      measure: ({ lastRevenue, decimals }) => (lastRevenue * WHOLE) / 10n ** BigInt(decimals),
      sentence: ["Volume", "of the last closed period’s revenue"],
    }),
  };
}

export const BONUSES: readonly BonusRule[] = Object.values(eachBonus((rule) => rule));

/** `Role.network` and its like where there is none. */
export const NO_BONUS: Bonus = { every: 0n, add: 0, max: 0 };

/** What all bonuses add to a rate: each `min(max, add × ⌊measure ÷ every⌋)`. */
export function addedBy(role: Role, inputs: RateInputs): Ppm {
  return sumOf(role, ({ every, add, max }, { measure }) => {
    const added = BigInt(add) * (measure(inputs) / every);
    return added < BigInt(max) ? Number(added) : max;
  });
}

/** The most that all bonuses can ever add. */
export function mostAdded(role: Role): Ppm {
  return sumOf(role, ({ max }) => max);
}

function sumOf(role: Role, of: (bonus: Bonus, rule: BonusRule) => Ppm): Ppm {
  let sum = 0;
  for (const rule of BONUSES) if (role[rule.key].every > 0n) sum += of(role[rule.key], rule);
  return sum;
}
