import { type Address, getAddress, isAddress } from "viem";
import { TributaryError } from "../../../core/TributaryError.ts";
import type { SendingOptions } from "./waysToSend.ts";

/** The address that an option --from gives, with or without a key; undefined where it is left out. */
export function actingAccount({ from }: SendingOptions): Address | undefined {
  if (from === undefined) return undefined;
  if (isAddress(from)) return getAddress(from);
  throw new TributaryError(`"${from}" is no address.`, {
    allowed: "0x and 40 hexadecimal digits, in lower case or with the capitals of their checksum",
    todo: "Give the address that is to act: --from 0x…",
  });
}
