import { join } from "node:path";
import type { Address } from "viem";
import { type NewPlan, planModule } from "../../../ignition/modules/planModule.ts";
import { createOnce } from "../../chain/deploy/createOnce.ts";
import { deploymentIdOf } from "../../chain/deploy/deploymentIdOf.ts";
import { FAST } from "../../chain/deploy/ignitionConfig.ts";
import { planMints } from "../../chain/deploy/planMints.ts";
import { removeOldDevelopmentJournals } from "../../chain/deploy/removeOldDevelopmentJournals.ts";
import { resolveTokens } from "../../chain/deploy/resolveTokens.ts";
import type { Chain } from "../../chain/openChain.ts";
import { type EquityPlan, openEquityPlan } from "../chain/openEquityPlan.ts";
import { encodePlan } from "./encodePlan.ts";
import { readPlanFor } from "./readPlanFor.ts";

export interface CreatePlanParameters {
  /** The path of the plan file. */
  readonly plan: string;
  readonly account: Address;
  /** Hardhat's `paths.ignition`. */
  readonly ignitionFolder: string;
  /** Where the plan file can be read; told in an event. */
  readonly uri?: string;
}

/** Checks a plan file and creates its plan through Ignition. One that was interrupted goes on where it stopped. */
export async function createPlan(
  chain: Chain,
  { plan: file, account, ignitionFolder, uri = "" }: CreatePlanParameters,
): Promise<EquityPlan> {
  const plan = await readPlanFor(chain, ignitionFolder, file);
  const time = Number((await chain.client.getBlock()).timestamp);
  // Checked in full before anything is sent: only the tokens' addresses are missing.
  encodePlan(file, plan, { account, time, tokens: new Map() });

  await removeOldDevelopmentJournals(join(ignitionFolder, "deployments"));
  const symbols = plan.currencies.map(({ symbol }) => symbol);
  const tokens = await resolveTokens(chain, account, ignitionFolder, symbols);
  const address = await createOnce(chain, {
    ...{ sort: "Plan", account, ignitionFolder, uri, file: plan },
    given: encodePlan(file, plan, { account, time, tokens: tokens.addresses }),
    create: async ({ given: settings, ...record }) => {
      const receivers = new Set([account, settings.operator]);
      const mints = await planMints(chain, tokens.testTokens, receivers);
      return create(chain, account, { ...record, settings, mints });
    },
  });
  return openEquityPlan(chain, address);
}

async function create(chain: Chain, account: Address, plan: NewPlan): Promise<Address> {
  const deployed = await chain.connection.ignition.deploy(planModule(plan), {
    deploymentId: deploymentIdOf(chain),
    defaultSender: account,
    ...(chain.instance !== undefined && { config: FAST }),
  });
  return deployed.plan.address;
}
