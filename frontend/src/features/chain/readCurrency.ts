import type { Currency } from "@core/currency/Currency";
import { ETHER } from "@core/currency/ETHER";
import { printableName } from "@core/text/printableName";
import { shortenHex } from "@core/text/shortenHex";
import { testTokenAbi } from "@generated/abis";
import type { Address, PublicClient } from "viem";

const LONGEST_SYMBOL = 12;

/** Asks a token for its symbol; its decimals are those that the program keeps, so that none has to answer for them. */
export async function readCurrency(
  client: PublicClient,
  index: number,
  address: Address,
  decimals: number,
  native: { readonly symbol: string; readonly decimals: number },
): Promise<Currency> {
  if (address === ETHER) return { index, address, ...native };
  const symbol = await client
    .readContract({ address, abi: testTokenAbi, functionName: "symbol" })
    .catch(() => shortenHex(address));
  const short = Array.from(printableName(symbol)).slice(0, LONGEST_SYMBOL).join("");
  return { index, address, symbol: short, decimals };
}
