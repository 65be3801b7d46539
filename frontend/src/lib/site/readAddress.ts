import { type Address, getAddress, isAddress } from "viem";

/** A checksummed address. */
export function readAddress(text: string, field: string): Address {
  if (!isAddress(text, { strict: false })) {
    throw new TypeError(
      `“${field}” is “${text}”. It must be an address: 0x and 40 hexadecimal digits.`,
    );
  }
  return getAddress(text);
}
