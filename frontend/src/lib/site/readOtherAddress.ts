import { type Address, getAddress, isAddress, isAddressEqual, zeroAddress } from "viem";

/** The address in a field, unless it is none, zero or one of those that it must not be. */
export function readOtherAddress(text: string, others: readonly Address[]): Address | undefined {
  const trimmed = text.trim();
  if (!isAddress(trimmed, { strict: false })) return undefined;
  const address = getAddress(trimmed);
  const isOther = ![zeroAddress, ...others].some((one) => isAddressEqual(one, address));
  return isOther ? address : undefined;
}
