import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Address } from "viem";
import type { Chain } from "../openChain.ts";
import { deploymentIdOf } from "./deploymentIdOf.ts";

/** Each factory's place in Ignition's journal. */
const PLACES = {
  program: "Protocol#ProgramFactory",
  plan: "EquityProtocol#EquityPlanFactory",
} as const;

/** A factory of a chain, as far as Ignition's journal of it knows. */
export async function findFactory(
  chain: Chain,
  ignitionFolder: string,
  of: keyof typeof PLACES,
): Promise<Address | undefined> {
  const folder = join(ignitionFolder, "deployments", deploymentIdOf(chain));
  const text = await readFile(join(folder, "deployed_addresses.json"), "utf8").catch(() => "{}");
  const deployed: Record<string, Address> = JSON.parse(text);
  return deployed[PLACES[of]];
}
