import type { Ppm } from "../money/ppm.ts";
import { amountOf } from "./amountOf.ts";
import type { Role, Time } from "./Terms.ts";

/** What the rate of one credit depends on besides the terms. */
export interface RateInputs {
  readonly kind: number;
  readonly time: Time;
  /** The partner's tier in force. */
  readonly tier: number;
  readonly joined: Time;
  readonly activePartners: number;
  /** The sale's, by its place. */
  readonly currency: number;
  /** All revenue of the last closed period in the sale's currency, in its smallest unit; 0 where there was none. */
  readonly lastRevenue: bigint;
}

/** A field of a role that is a bonus. */
export type BonusKey = {
  [Key in keyof Role]: Role[Key] extends Pick<Bonus, "add" | "max"> ? Key : never;
}[keyof Role];

/** An addition to a rate for every so much of something, up to a most: so many things, or an amount for each currency. */
type Bonus = Role["network"] | Role["volume"];

/** One sort of bonus: what it counts, and how it is told. */
export interface BonusRule {
  readonly key: BonusKey;
  /** How much there is of what `every` counts, rounded down. */
  readonly measure: (inputs: RateInputs) => bigint;
  /** A sentence's first word, and what follows "for every 5" in it. */
  readonly sentence: readonly [string, string];
}

/** Something for each sort of bonus. This is the one list of them: one that the contract knows and this does not fails to compile. */
function eachBonus<Value>(of: (rule: BonusRule) => Value): Record<BonusKey, Value> {
  return {
    network: of({
      key: "network",
      measure: ({ activePartners }) => BigInt(activePartners),
      sentence: ["The network", "active partners"],
    }),
    volume: of({
      key: "volume",
      measure: ({ lastRevenue }) => lastRevenue,
      sentence: ["Volume", "of the last closed period’s revenue"],
    }),
  };
}

export const BONUSES: readonly BonusRule[] = Object.values(eachBonus((rule) => rule));

/** The bonuses of a role that has none. */
export const NO_BONUSES: Pick<Role, BonusKey> = {
  network: { every: 0n, add: 0, max: 0 },
  volume: { every: [], add: 0, max: 0 },
};

/** How much one step of a bonus is, of sales in a currency; 0 where there is none. */
function stepOf({ every }: Bonus, currency: number): bigint {
  return typeof every === "bigint" ? every : amountOf(every, currency);
}

/** What all bonuses add to a rate: each `min(max, add × ⌊measure ÷ every⌋)`. */
export function addedBy(role: Role, inputs: RateInputs): Ppm {
  return BONUSES.reduce((sum, { key, measure }) => {
    const bonus = role[key];
    const every = stepOf(bonus, inputs.currency);
    if (every === 0n) return sum;
    const added = BigInt(bonus.add) * (measure(inputs) / every);
    return sum + (added < BigInt(bonus.max) ? Number(added) : bonus.max);
  }, 0);
}

/** The most that all bonuses can ever add. */
export function mostAdded(role: Role): Ppm {
  return BONUSES.reduce((sum, { key }) => sum + role[key].max, 0);
}
