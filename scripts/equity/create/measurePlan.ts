import type { NetworkManager } from "hardhat/types/network";
import { getAbiItem } from "viem";
import { equityPlanFactoryAbi } from "../../../generated/abis/EquityPlanFactory.ts";
import equityProtocol from "../../../ignition/modules/EquityProtocol.ts";
import { findFactory } from "../../chain/deploy/findFactory.ts";
import { type MeasuredDeployment, measureCreation } from "../../chain/deploy/measureCreation.ts";
import type { Chain } from "../../chain/openChain.ts";
import { type CreatePlanParameters, createPlan } from "./createPlan.ts";

/** Creates a plan on a chain of its own and measures that. Sends nothing to the chain that is asked about. */
export async function measurePlan(
  chain: Chain,
  network: NetworkManager,
  parameters: CreatePlanParameters,
): Promise<MeasuredDeployment> {
  const { ignitionFolder } = parameters;
  return measureCreation(chain, network, {
    shared: equityProtocol,
    isShared: (await findFactory(chain, ignitionFolder, "plan")) !== undefined,
    create: (own, sender) => createPlan(own, { ...parameters, account: sender }),
    functions: [getAbiItem({ abi: equityPlanFactoryAbi, name: "create" })],
  });
}
