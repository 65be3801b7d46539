import { type Bonus, type BonusRule, eachBonus } from "../deal/bonuses.ts";
import { NOT_PAID, type Role, type Terms, TO_OTHERS, TO_POOL } from "../deal/Terms.ts";
import { microInFile } from "./microInFile.ts";
import { percentageInFile } from "./percentageInFile.ts";

const STAGES = ["gross", "net", "referral"] as const;

/** A role in the words of a terms file. */
export function roleToJson(role: Role, { kinds, tiers, pools }: Terms) {
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
    ...eachBonus((rule) => bonusToJson(role[rule.key], rule)),
    ceiling: percentageInFile(role.ceiling),
  };
}

function missingToJson({ missing, pool }: Role, pools: Terms["pools"]) {
  if (missing === TO_POOL) return { pool: pools[pool]?.name ?? null };
  return missing === TO_OTHERS ? "renormalise" : "residual";
}

function bonusToJson({ every, add, max }: Bonus, { unit }: BonusRule) {
  if (every === 0n) return null;
  return {
    every: unit === "count" ? `${every}` : microInFile(every),
    add: percentageInFile(add),
    max: percentageInFile(max),
  };
}
