import type { Currency } from "@core/currency/Currency";
import { ETHER } from "@core/currency/ETHER";
import { printableName } from "@core/text/printableName";
import { shortenHex } from "@core/text/shortenHex";
import { testTokenAbi } from "@generated/abis/TestToken";
import type { Reader } from "../../lib/site/openReader";

const LONGEST_SYMBOL = 12;

/** Asks a token for its symbol; its decimals are those that the program keeps, so that none has to answer for them. */
export async function readCurrency(
  client: Reader,
  currency: Omit<Currency, "symbol">,
  native: { readonly symbol: string; readonly decimals: number },
): Promise<Currency> {
  const { address } = currency;
  if (address === ETHER) return { ...currency, ...native };
  const symbol = await client
    .readContract({ address, abi: testTokenAbi, functionName: "symbol" })
    .catch(() => shortenHex(address));
  const short = Array.from(printableName(symbol)).slice(0, LONGEST_SYMBOL).join("");
  return { ...currency, symbol: short };
}
