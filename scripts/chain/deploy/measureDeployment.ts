import type { NetworkManager } from "hardhat/types/network";
import { getAbiItem } from "viem";
import { encodeTerms } from "../../../core/terms/encodeTerms.ts";
import { programFactoryAbi } from "../../../generated/abis/ProgramFactory.ts";
import { termsValidatorAbi } from "../../../generated/abis/TermsValidator.ts";
import protocol from "../../../ignition/modules/Protocol.ts";
import type { Chain } from "../openChain.ts";
import { type DeployProgramParameters, deployProgram } from "./deployProgram.ts";
import { findFactory } from "./findFactory.ts";
import { type MeasuredDeployment, measureCreation } from "./measureCreation.ts";
import { readTermsFor } from "./readTermsFor.ts";
import { findTokens } from "./resolveTokens.ts";

/**
 * Checks a terms file against a chain, deploys it on one of its own that begins at the same time and ends with the process, and
 * measures that. Sends nothing to the chain that is asked about.
 */
export async function measureDeployment(
  chain: Chain,
  network: NetworkManager,
  parameters: DeployProgramParameters,
): Promise<MeasuredDeployment> {
  const { terms: file, account, ignitionFolder } = parameters;
  const parsed = await readTermsFor(chain, ignitionFolder, file);
  const { timestamp: time } = await chain.client.getBlock();
  const tokens = findTokens(chain, ignitionFolder, parsed.currencies);
  encodeTerms(file, parsed, { account, time: Number(time), tokens });
  return measureCreation(chain, network, {
    shared: protocol,
    isShared: (await findFactory(chain, ignitionFolder, "program")) !== undefined,
    create: (own, sender) => deployProgram(own, { ...parameters, account: sender }),
    functions: CREATING,
  });
}

const CREATING = [
  getAbiItem({ abi: programFactoryAbi, name: "create" }),
  getAbiItem({ abi: termsValidatorAbi, name: "publish" }),
];
