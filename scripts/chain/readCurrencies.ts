import { type Address, erc20Abi, zeroAddress } from "viem";
import type { Currency } from "../../core/currency/Currency.ts";
import { ETHER } from "../../core/currency/ETHER.ts";
import { printable } from "../../core/text/printable.ts";
import type { Chain } from "./openChain.ts";

/** Symbols and decimals of a program's currencies, in the terms' order. A token that does not tell its symbol goes by its address. */
export async function readCurrencies(
  chain: Chain,
  addresses: readonly Address[],
): Promise<Currency[]> {
  const currencies = await Promise.all(
    addresses.map((address, index) => readCurrency(chain, address, index)),
  );
  return currencies.filter((currency) => currency !== undefined);
}

async function readCurrency(
  { client }: Chain,
  address: Address,
  index: number,
): Promise<Currency | undefined> {
  // Position 0 is ETH's, taken or not.
  if (address === zeroAddress) return undefined;
  if (address === ETHER) return { index, symbol: "ETH", address, decimals: 18 };
  const token = { address, abi: erc20Abi } as const;
  const [symbol, decimals] = await Promise.all([
    client.readContract({ ...token, functionName: "symbol" }).catch(() => address),
    client.readContract({ ...token, functionName: "decimals" }),
  ]);
  return { index, symbol: printable(symbol), address, decimals };
}
