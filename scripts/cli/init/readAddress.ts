import { getAddress, isAddress, zeroAddress } from "viem";
import { TributaryError } from "../../../core/TributaryError.ts";

/** An address that somebody can hold, with its checksum. */
export function readAddress(text: string): string {
  if (isAddress(text) && text !== zeroAddress) return getAddress(text);
  throw new TributaryError(`"${text}" is no address that someone holds.`, {
    allowed: "0x and 40 hexadecimal digits, in lower case or with the capitals of their checksum",
  });
}
