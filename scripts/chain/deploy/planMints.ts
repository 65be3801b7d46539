import { type Address, erc20Abi } from "viem";
import type { Mint } from "../../../ignition/modules/mintTokens.ts";
import type { Chain } from "../openChain.ts";

/** What test tokens are given out: plenty, in whole tokens. */
const PLENTY = 1_000_000_000n;

/** What test tokens of a development chain are given to whom. */
export async function planMints(
  { client }: Chain,
  tokens: readonly Address[],
  receivers: ReadonlySet<Address>,
): Promise<Mint[]> {
  const mints = await Promise.all(
    tokens.map(async (token) => {
      const decimals = await client.readContract({
        address: token,
        abi: erc20Abi,
        functionName: "decimals",
      });
      return [...receivers].map((to) => ({ token, to, amount: PLENTY * 10n ** BigInt(decimals) }));
    }),
  );
  return mints.flat();
}
