import { type Address, getAddress, size, slice } from "viem";
import { TributaryError } from "../../../core/TributaryError.ts";
import type { Deployed } from "../Deployed.ts";

/** Where a minimal proxy's code names the code that it runs. */
const IMPLEMENTATION_AT = 10;

/** The code that a program or a plan runs, as its own code names it. */
export async function findImplementation({ chain, address }: Deployed): Promise<Address> {
  const code = await chain.client.getCode({ address });
  if (code === undefined || size(code) < IMPLEMENTATION_AT + 20) {
    throw new TributaryError(`${address} is no minimal proxy to other code.`, {
      todo: "Give the address of what a factory created.",
    });
  }
  return getAddress(slice(code, IMPLEMENTATION_AT, IMPLEMENTATION_AT + 20));
}
