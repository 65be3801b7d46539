import { readDecimals } from "../../chain/deploy/readDecimals.ts";
import type { Chain } from "../../chain/openChain.ts";
import type { Plan } from "../PlanFile.ts";
import { readPlan } from "../readPlan.ts";

/** Reads a plan file as a chain's tokens count. */
export async function readPlanFor(
  chain: Chain,
  ignitionFolder: string,
  file: string,
): Promise<Plan> {
  const { currencies } = await readPlan(file);
  const symbols = currencies.map(({ symbol }) => symbol);
  return readPlan(file, await readDecimals(chain, ignitionFolder, symbols));
}
