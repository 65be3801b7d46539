import { type Address, pad, toHex } from "viem";
import { decimalsOf } from "../../core/currency/decimalsOf.ts";
import { encodeTerms } from "../../core/terms/encodeTerms.ts";
import { readTermsFile } from "../files/json/readTermsFile.ts";
import type { SimulatedTerms } from "./SimulatedTerms.ts";

/** Stand in for what only a deployment knows: nothing of a simulation depends on them. */
const ACCOUNT = placeholder(1);
const FIRST_TOKEN = 0x100;

const DAY = 86_400;

/**
 * A terms file as a program of its own takes it. Where it names no start, period 0 begins on the day of the
 * first sale.
 */
export async function readSimulatedTerms(file: string, firstSale: number): Promise<SimulatedTerms> {
  const parsed = await readTermsFile(file);
  const tokens = parsed.currencies.filter((symbol) => symbol !== "ETH");
  const terms = encodeTerms(file, parsed, {
    account: ACCOUNT,
    time: firstSale - (firstSale % DAY),
    tokens: new Map(tokens.map((symbol, index) => [symbol, placeholder(FIRST_TOKEN + index)])),
  });
  const symbols = [parsed.currencies.includes("ETH") ? "ETH" : undefined, ...tokens];
  const decimals = symbols.map((symbol) => decimalsOf(symbol ?? "ETH"));
  return { file, terms, decimals, symbols };
}

function placeholder(number: number): Address {
  return pad(toHex(number), { size: 20 });
}
