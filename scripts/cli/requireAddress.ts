import { type Address, getAddress, isAddress } from "viem";
import { requireOption } from "../../core/requireOption.ts";
import { TributaryError } from "../../core/TributaryError.ts";

/** An address that a command cannot do without. */
export function requireAddress(name: string, text: string | undefined): Address {
  const value = requireOption(name, text, "an address");
  if (isAddress(value)) return getAddress(value);
  throw new TributaryError(`"${value}" is no address.`, {
    allowed: "0x and 40 hexadecimal digits, in lower case or with the capitals of their checksum",
  });
}
