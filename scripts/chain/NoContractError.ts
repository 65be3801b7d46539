import type { Address } from "viem";
import { TributaryError } from "../../core/TributaryError.ts";
import type { Chain } from "./openChain.ts";

/** Nothing, or something else, lies at an address. */
export class NoContractError extends TributaryError {
  override readonly name = "NoContractError";

  constructor(
    { networkName, chainId, connection }: Chain,
    what: "program" | "plan",
    { address, found, cause }: { address: Address; found: string; cause?: unknown },
  ) {
    const isTemporary = connection.networkConfig.type === "edr-simulated";
    super(`There is no ${what} at ${address} on the network "${networkName}" (chain ${chainId}).`, {
      found: `${found} there`,
      todo: isTemporary
        ? "This network is a chain that lives for one command; name another, such as --network localhost."
        : "Check the address and the network that --network names.",
    });
    this.cause = cause;
  }
}
