import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { type EquityPlan, openNamedPlan } from "../equity/chain/openEquityPlan.ts";
import { openPlanSigner, type PlanSigner } from "../equity/chain/openPlanSigner.ts";
import type { CommandOptions } from "./CommandOptions.ts";
import { command } from "./command.ts";
import type { Output } from "./Output.ts";

/** The action of a task on an equity plan: opens it first. Its document begins with the plan's address. */
export function planCommand<Text extends string = never, Flag extends string = never>(
  run: (
    plan: EquityPlan,
    options: CommandOptions<Text | "plan", Flag>,
    hre: HardhatRuntimeEnvironment,
  ) => Promise<Output>,
) {
  return command<Text | "plan", Flag>(async (chain, options, hre) => {
    const plan = await openNamedPlan(chain, options);
    const { json, ...rest } = await run(plan, options, hre);
    return { json: { plan: plan.address, ...json }, ...rest };
  });
}

/** The same of one that signs: opens its account, too. */
export function planSignerCommand<Text extends string = never, Flag extends string = never>(
  run: (
    signer: PlanSigner,
    options: CommandOptions<Text | "plan" | "from", Flag>,
  ) => Promise<Output>,
) {
  return command<Text | "plan" | "from", Flag>(async (chain, options) => {
    const signer = await openPlanSigner(chain, options);
    const { json, ...rest } = await run(signer, options);
    return { json: { plan: signer.plan.address, ...json }, ...rest };
  });
}
