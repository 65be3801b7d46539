import { type Address, getAddress, isAddress } from "viem";
import { TributaryError } from "../../core/TributaryError.ts";

/** The address of a program or a plan, as an option of that name gives it. */
export function parseAddressOf(what: "program" | "plan", text: string): Address {
  if (text === "") {
    throw new TributaryError(`Which ${what}?`, { todo: `Give its address: --${what} 0x…` });
  }
  if (!isAddress(text)) {
    const made = what === "program" ? "program deploy" : "equity create";
    throw new TributaryError(`"${text}" is no address.`, {
      allowed: "0x and 40 hexadecimal digits, in lower case or with the capitals of their checksum",
      todo: `Give the ${what}'s address, which \`${made}\` printed.`,
    });
  }
  return getAddress(text);
}
