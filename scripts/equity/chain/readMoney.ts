import type { Currency } from "../../../core/currency/Currency.ts";
import { arrivedOf } from "../../../core/equity/arrivedOf.ts";
import { balanceOfPlan } from "./balanceOfPlan.ts";
import type { EquityPlan } from "./openEquityPlan.ts";
import { readPlanNow } from "./readPlanNow.ts";

/** A plan's money in one currency as it is now. */
export async function readMoney(plan: EquityPlan, currency: Currency) {
  const level = await readPlanNow(plan, "levelOf", [currency.address]);
  const balance = await balanceOfPlan(plan, currency);
  return {
    ...{ currency, ...level, balance },
    /** What arrived and is not shared yet. */
    arrived: arrivedOf(balance, level.counted),
  };
}
