import { zeroAddress } from "viem";
import { PLAN_POWERS } from "../../../core/equity/PLAN_POWERS.ts";
import { equityPlanAbi } from "../../../generated/abis/EquityPlan.ts";
import { readMany } from "../../chain/readMany.ts";
import type { EquityPlan } from "../chain/openEquityPlan.ts";

/** Who holds each power of a plan now; undefined where nobody does. */
export async function readPlanPowers({ chain, address }: EquityPlan) {
  const contract = { address, abi: equityPlanAbi, functionName: "powerState" } as const;
  const states = await readMany(
    chain,
    PLAN_POWERS.map((_, power) => ({ ...contract, args: [power] }) as const),
  );
  return states.map(({ holder }, index) => ({
    power: PLAN_POWERS[index] ?? "operator",
    holder: holder === zeroAddress ? undefined : holder,
  }));
}
