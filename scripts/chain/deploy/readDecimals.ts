import { erc20Abi } from "viem";
import type { Chain } from "../openChain.ts";
import { readParameters } from "./readParameters.ts";

/** The decimals of those currencies that the network's parameters file knows, as their tokens tell them. */
export async function readDecimals(
  { client, networkName }: Chain,
  ignitionFolder: string,
  symbols: readonly string[],
): Promise<Map<string, number>> {
  const known = readParameters(ignitionFolder, networkName);
  const tokens = [...known].filter(([symbol]) => symbols.includes(symbol));
  return new Map(
    await Promise.all(
      tokens.map(async ([symbol, address]) => {
        const decimals = await client.readContract({
          ...{ address, abi: erc20Abi, functionName: "decimals" },
        });
        return [symbol, decimals] as const;
      }),
    ),
  );
}
