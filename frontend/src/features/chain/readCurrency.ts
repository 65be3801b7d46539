import type { Currency } from "@core/currency/Currency";
import { ETHER } from "@core/currency/ETHER";
import { printableName } from "@core/text/printableName";
import { shortenHex } from "@core/text/shortenHex";
import { testTokenAbi } from "@generated/abis";
import type { Address, PublicClient } from "viem";

const LONGEST_SYMBOL = 12;

/** Asks a token for its symbol and decimals. One that tells neither is shown in its smallest unit. */
export async function readCurrency(
  client: PublicClient,
  index: number,
  address: Address,
  native: { readonly symbol: string; readonly decimals: number },
): Promise<Currency> {
  if (address === ETHER) return { index, address, ...native };
  const token = { address, abi: testTokenAbi };
  const [symbol, decimals] = await Promise.all([
    client.readContract({ ...token, functionName: "symbol" }).catch(() => shortenHex(address)),
    client.readContract({ ...token, functionName: "decimals" }).catch(() => 0),
  ]);
  const short = Array.from(printableName(symbol)).slice(0, LONGEST_SYMBOL).join("");
  return { index, address, symbol: short, decimals };
}
