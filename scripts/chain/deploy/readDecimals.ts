import { erc20Abi } from "viem";
import { TributaryError } from "../../../core/TributaryError.ts";
import { answerOf } from "../answerOf.ts";
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
        const decimals = await answerOf(
          client.readContract({ ...{ address, abi: erc20Abi, functionName: "decimals" } }),
        );
        if (decimals !== undefined) return [symbol, decimals] as const;
        throw new TributaryError(
          `What the network "${networkName}" has for ${symbol} does not say its decimals.`,
          {
            found: address,
            allowed: "a token (ERC-20) that does",
            todo: `Correct its address in ignition/parameters/${networkName}.json.`,
          },
        );
      }),
    ),
  );
}
