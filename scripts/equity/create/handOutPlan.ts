import { randomBytes } from "node:crypto";
import { type Address, bytesToHex } from "viem";
import { equityPlanFactoryAbi } from "../../../generated/abis/EquityPlanFactory.ts";
import { requireFactory } from "../../chain/deploy/requireFactory.ts";
import { requireTokens } from "../../chain/deploy/requireTokens.ts";
import type { Chain } from "../../chain/openChain.ts";
import { send } from "../../chain/send.ts";
import type { CreatePlanParameters } from "./createPlan.ts";
import { encodePlan } from "./encodePlan.ts";
import { readPlanFor } from "./readPlanFor.ts";

/** Checks a plan file and hands out the call that creates its plan, by the factory that the chain has. Returns where it will be. */
export async function handOutPlan(
  chain: Chain,
  { plan: file, account, ignitionFolder, uri = "" }: CreatePlanParameters,
): Promise<Address> {
  const factory = await requireFactory(chain, ignitionFolder, "plan");
  const plan = await readPlanFor(chain, ignitionFolder, file);
  const symbols = plan.currencies.map(({ symbol }) => symbol);
  const tokens = requireTokens(chain, ignitionFolder, symbols);
  const time = Number((await chain.client.getBlock()).timestamp);
  const settings = encodePlan(file, plan, { account, time, tokens });
  const salt = bytesToHex(randomBytes(32));
  const contract = { address: factory, abi: equityPlanFactoryAbi } as const;
  const address = await chain.client.readContract({
    ...{ ...contract, functionName: "predict", args: [settings, uri, salt, account] },
  });
  await send(chain, { ...contract, account, functionName: "create", args: [settings, uri, salt] });
  return address;
}
