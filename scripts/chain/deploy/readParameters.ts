import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Address, getAddress, isAddress } from "viem";
import { TributaryError } from "../../../core/TributaryError.ts";

/** The tokens that a network's parameters file knows, by symbol. */
export function readParameters(ignition: string, networkName: string): Map<string, Address> {
  const file = join(ignition, "parameters", `${networkName}.json`);
  if (!existsSync(file)) return new Map();
  const { currencies } = JSON.parse(readFileSync(file, "utf8")) as {
    currencies?: Record<string, string>;
  };
  return new Map(
    Object.entries(currencies ?? {}).map(([symbol, address]) => {
      if (isAddress(address)) return [symbol, getAddress(address)];
      throw new TributaryError(`${file}: currencies.${symbol} is no address.`, {
        found: address,
        allowed: "0x and 40 hexadecimal digits",
      });
    }),
  );
}
