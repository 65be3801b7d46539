import { type Address, getAddress, isAddress } from "viem";
import { SiteConfigError } from "./SiteConfigError";

/** A checksummed address. */
export function readAddress(text: string, field: string): Address {
  if (!isAddress(text, { strict: false })) {
    throw new SiteConfigError(
      `“${field}” is “${text}”. It must be an address: 0x and 40 hexadecimal digits.`,
    );
  }
  return getAddress(text);
}
