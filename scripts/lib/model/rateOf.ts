import { WHOLE } from "./constants.ts";
import { entryOfYear } from "./entryOfYear.ts";
import type { Bonus, Ppm, Role, Time } from "./terms.ts";

/** What the rate of one credit depends on besides the terms. */
export interface RateInputs {
  readonly kind: number;
  readonly time: Time;
  /** The partner's tier in force. */
  readonly tier: number;
  readonly joined: Time;
  readonly activePartners: number;
  /** All revenue of the last closed period in the sale's currency; 0 where there was none. */
  readonly lastRevenue: bigint;
  readonly decimals: number;
}

/**
 * The rate of one credit:
 *
 *     min( ceiling, base[kind] + tier + tenure + network + volume ) × commission
 *
 * Undefined where the role earns nothing on that kind, whatever its additions are.
 */
export function rateOf(role: Role, commission: Ppm, inputs: RateInputs): Ppm | undefined {
  const base = role.rates[inputs.kind];
  if (base === undefined) return undefined;
  const sum =
    base +
    (role.tiers[inputs.tier] ?? 0) +
    entryOfYear(role.tenure, inputs.joined, inputs.time) +
    addition(role.network, BigInt(inputs.activePartners), 1n) +
    addition(role.volume, inputs.lastRevenue * WHOLE, 10n ** BigInt(inputs.decimals));
  return Number((BigInt(Math.min(role.ceiling, sum)) * BigInt(commission)) / WHOLE);
}

/** `every` counts `unit`s of the measure. */
function addition(bonus: Bonus | undefined, measure: bigint, unit: bigint): Ppm {
  if (bonus === undefined) return 0;
  const reached = BigInt(bonus.add) * (measure / (bonus.every * unit));
  return Number(reached < BigInt(bonus.max) ? reached : BigInt(bonus.max));
}
