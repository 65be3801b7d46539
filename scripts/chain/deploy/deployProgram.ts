import { join } from "node:path";
import type { Address } from "viem";
import { encodeTerms } from "../../../core/terms/encodeTerms.ts";
import { type ProgramPlan, programModule } from "../../../ignition/modules/programModule.ts";
import type { Chain } from "../openChain.ts";
import { openProgram, type Program } from "../openProgram.ts";
import { createOnce } from "./createOnce.ts";
import { deploymentIdOf } from "./deploymentIdOf.ts";
import { FAST } from "./ignitionConfig.ts";
import { planMints } from "./planMints.ts";
import { readTermsFor } from "./readTermsFor.ts";
import { removeOldDevelopmentJournals } from "./removeOldDevelopmentJournals.ts";
import { resolveTokens } from "./resolveTokens.ts";

export interface DeployProgramParameters {
  readonly terms: string;
  readonly account: Address;
  /** Hardhat's `paths.ignition`. */
  readonly ignitionFolder: string;
  /** Where the terms file can be read; told in an event. */
  readonly uri?: string;
}

/**
 * Checks a terms file and creates its program through Ignition. A deployment that was interrupted goes on where it
 * stopped; after one that came to its end, another program is created.
 */
export async function deployProgram(
  chain: Chain,
  parameters: DeployProgramParameters,
): Promise<Program> {
  const { terms: file, account, ignitionFolder, uri = "" } = parameters;
  const parsed = await readTermsFor(chain, ignitionFolder, file);
  const time = Number((await chain.client.getBlock()).timestamp);
  // Checked in full before anything is sent: only the tokens' addresses are missing.
  encodeTerms(file, parsed, { account, time, tokens: new Map() });

  await removeOldDevelopmentJournals(join(ignitionFolder, "deployments"));
  const tokens = await resolveTokens(chain, account, ignitionFolder, parsed.currencies);
  const program = await createOnce(chain, {
    ...{ sort: "Program", account, ignitionFolder, uri, file: parsed },
    given: encodeTerms(file, parsed, { account, time, tokens: tokens.addresses }),
    create: async ({ given: terms, ...record }) => {
      const receivers = new Set([account, terms.operator]);
      const mints = await planMints(chain, tokens.testTokens, receivers);
      return create(chain, account, { ...record, terms, mints });
    },
  });
  return openProgram(chain, program);
}

async function create(chain: Chain, account: Address, plan: ProgramPlan): Promise<Address> {
  const { program } = await chain.connection.ignition.deploy(programModule(plan), {
    deploymentId: deploymentIdOf(chain),
    defaultSender: account,
    ...(chain.instance !== undefined && { config: FAST }),
  });
  return program.address;
}
