import { type Address, isAddressEqual } from "viem";
import type { ChainInfo } from "./ChainContext";

/** Whether the site's list has a program or a plan on the chain that the page is on. */
export function isProgramListed({ list, listed }: ChainInfo, address: Address): boolean {
  return (
    listed !== undefined &&
    list.programs.some((one) => one.chainId === listed.id && isAddressEqual(one.address, address))
  );
}
