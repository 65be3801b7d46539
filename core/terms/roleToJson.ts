import type { Currency } from "../currency/Currency.ts";
import { NOT_PAID, type Role, type Terms, TO_OTHERS, TO_POOL } from "../deal/Terms.ts";
import { amountsInFile } from "./amountsInFile.ts";
import { percentageInFile } from "./percentageInFile.ts";

const STAGES = ["gross", "net", "referral"] as const;

/** A role in the words of a terms file. */
export function roleToJson(
  role: Role,
  { kinds, tiers, pools }: Terms,
  currencies: readonly Currency[],
) {
  const rates = kinds.map((kind, index) => [kind, role.rates[index] ?? NOT_PAID] as const);
  return {
    of: STAGES[role.stage],
    missing: missingToJson(role, pools),
    rates: Object.fromEntries(
      rates
        .filter(([, ppm]) => ppm !== NOT_PAID)
        .map(([kind, ppm]) => [kind, percentageInFile(ppm)]),
    ),
    tiers: Object.fromEntries(
      tiers.map((tier, index) => [tier, percentageInFile(role.tiers[index] ?? 0)]),
    ),
    tenure: role.tenure.map(percentageInFile),
    ...bonusesToJson(role, currencies),
    ceiling: percentageInFile(role.ceiling),
  };
}

function missingToJson({ missing, pool }: Role, pools: Terms["pools"]) {
  if (missing === TO_POOL) return { pool: pools[pool]?.name ?? null };
  return missing === TO_OTHERS ? "renormalise" : "residual";
}

function bonusesToJson({ network, volume }: Role, currencies: readonly Currency[]) {
  const added = ({ add, max }: { readonly add: number; readonly max: number }) => ({
    add: percentageInFile(add),
    max: percentageInFile(max),
  });
  const every = amountsInFile(volume.every, currencies);
  return {
    network: network.every === 0n ? null : { every: `${network.every}`, ...added(network) },
    volume: every === null ? null : { every, ...added(volume) },
  };
}
