import { type Address, erc20Abi, zeroAddress } from "viem";
import type { Currency } from "../../core/currency/Currency.ts";
import { ETHER } from "../../core/currency/ETHER.ts";
import { printable } from "../../core/text/printable.ts";
import { answerOf } from "./answerOf.ts";
import type { Chain } from "./openChain.ts";

/**
 * Symbols and decimals of a program's currencies, in the terms' order. Decimals are those that the program keeps; a token that does
 * not tell its symbol, or answers nothing any more, goes by its address.
 */
export async function readCurrencies(
  chain: Chain,
  addresses: readonly Address[],
  decimals: readonly number[],
): Promise<Currency[]> {
  const currencies = await Promise.all(
    addresses.map((address, index) => readCurrency(chain, address, index, decimals[index] ?? 0)),
  );
  return currencies.filter((currency) => currency !== undefined);
}

async function readCurrency(
  { client }: Chain,
  address: Address,
  index: number,
  decimals: number,
): Promise<Currency | undefined> {
  // Position 0 is ETH's, taken or not.
  if (address === zeroAddress) return undefined;
  if (address === ETHER) return { index, symbol: "ETH", address, decimals: 18 };
  const told = client.readContract({ address, abi: erc20Abi, functionName: "symbol" });
  const symbol = printable((await answerOf(told)) ?? address);
  return { index, symbol, address, decimals };
}
