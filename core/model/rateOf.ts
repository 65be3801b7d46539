import { ONE, WHOLE } from "./constants.ts";
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
    networkOf(role.network, inputs) +
    volumeOf(role.volume, inputs);
  return Math.floor((Math.min(role.ceiling, sum) * commission) / ONE);
}

function networkOf(bonus: Bonus | undefined, { activePartners }: RateInputs): Ppm {
  return bonus === undefined ? 0 : addition(bonus, BigInt(activePartners) / bonus.every);
}

/** `every` counts in millionths of the currency. */
function volumeOf(bonus: Bonus | undefined, { lastRevenue, decimals }: RateInputs): Ppm {
  if (bonus === undefined) return 0;
  return addition(bonus, (lastRevenue * WHOLE) / (bonus.every * 10n ** BigInt(decimals)));
}

function addition({ add, max }: Bonus, steps: bigint): Ppm {
  const reached = BigInt(add) * steps;
  return reached < BigInt(max) ? Number(reached) : max;
}
