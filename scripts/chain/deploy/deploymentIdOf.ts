import type { Chain } from "../openChain.ts";

/** The name of Ignition's journal for a chain. Each run of a development chain has its own, for it forgets all. */
export function deploymentIdOf({ chainId, instance }: Chain): string {
  return instance === undefined ? `chain-${chainId}` : `chain-${chainId}-dev-${instance}`;
}
