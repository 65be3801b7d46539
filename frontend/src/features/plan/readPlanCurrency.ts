import type { Currency } from "@core/currency/Currency";
import { ETHER } from "@core/currency/ETHER";
import { shortenHex } from "@core/text/shortenHex";
import { type Address, erc20Abi } from "viem";
import { isRefusal } from "../../lib/errors/isRefusal";
import type { Reader } from "../../lib/site/openReader";
import { readCurrency } from "../chain/readCurrency";

/** No money has more; an amount of a token that says so would fill the page. */
const MOST_DECIMALS = 36;

/**
 * Asks a token for its decimals and its symbol. One that does not tell its decimals is counted in its smallest unit, and says so: no
 * amount is shown that may be wrong by powers of ten.
 */
export async function readPlanCurrency(
  client: Reader,
  place: Pick<Currency, "index" | "address">,
  native: Pick<Currency, "symbol" | "decimals">,
): Promise<Currency> {
  const { address } = place;
  const decimals = address === ETHER ? native.decimals : await decimalsOf(client, address);
  if (decimals !== undefined) return readCurrency(client, { ...place, decimals }, native);
  return { ...place, decimals: 0, symbol: `units of ${shortenHex(address)}` };
}

/** Undefined where the token does not tell; a node that fails is not taken for that. */
async function decimalsOf(client: Reader, address: Address): Promise<number | undefined> {
  try {
    const told = await client.readContract({ address, abi: erc20Abi, functionName: "decimals" });
    return told <= MOST_DECIMALS ? told : undefined;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return undefined;
  }
}
