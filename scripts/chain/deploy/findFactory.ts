import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Address } from "viem";
import type { Chain } from "../openChain.ts";
import { deploymentIdOf } from "./deploymentIdOf.ts";

/** The factory of a chain, as far as Ignition's journal of it knows. */
export async function findFactory(
  chain: Chain,
  ignitionFolder: string,
): Promise<Address | undefined> {
  const folder = join(ignitionFolder, "deployments", deploymentIdOf(chain));
  const text = await readFile(join(folder, "deployed_addresses.json"), "utf8").catch(() => "{}");
  const deployed: Record<string, Address> = JSON.parse(text);
  return deployed["Protocol#ProgramFactory"];
}
