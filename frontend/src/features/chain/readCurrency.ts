import { cleanText } from "@core/text/page/cleanText";
import { shortenHex } from "@core/text/shortenHex";
import { testTokenAbi } from "@generated/abis";
import type { Address, PublicClient } from "viem";
import { type Currency, ETHER } from "./Currency";

const LONGEST_SYMBOL = 12;

/** Asks a token for its symbol and decimals. One that tells neither is shown in its smallest unit. */
export async function readCurrency(
  client: PublicClient,
  address: Address,
  native: { readonly symbol: string; readonly decimals: number },
): Promise<Currency> {
  if (address === ETHER) return { address, isEther: true, ...native };
  const token = { address, abi: testTokenAbi };
  const [symbol, decimals] = await Promise.all([
    client.readContract({ ...token, functionName: "symbol" }).catch(() => shortenHex(address)),
    client.readContract({ ...token, functionName: "decimals" }).catch(() => 0),
  ]);
  const short = Array.from(cleanText(symbol)).slice(0, LONGEST_SYMBOL).join("");
  return { address, symbol: short, decimals, isEther: false };
}
