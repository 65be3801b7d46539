import { posix } from "node:path";
import type { Address } from "viem";

/** A contract whose source can be verified. */
export interface DeployedContract {
  /** Fully qualified, as explorers want it. */
  readonly contract: string;
  readonly address: Address;
  readonly constructorArguments: readonly Address[];
}

/** One of a folder of contracts/. */
export function toContract(
  folder: string,
  name: string,
  address: Address,
  constructorArguments: readonly Address[],
): DeployedContract {
  return {
    contract: `${posix.join("contracts", folder, name)}.sol:${name}`,
    address,
    constructorArguments,
  };
}
