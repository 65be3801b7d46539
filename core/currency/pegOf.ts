import { isIsoCurrency } from "./isIsoCurrency.ts";

/** Tokens whose symbols do not say what they are of; none of ETH's and BTC's is of a currency of the world. */
const NAMED: Readonly<Record<string, string>> = {
  DAI: "USD",
  FRAX: "USD",
  GHO: "USD",
  LUSD: "USD",
};

/** Codes that stand in longer symbols, too. */
const OFTEN = ["USD", "EUR", "GBP", "JPY"];

/** The world's currency that a token is of by its symbol, as USDC is of USD and XSGD of SGD; undefined where it does not say. */
export function pegOf(symbol: string): string | undefined {
  const text = symbol.toUpperCase();
  if (isIsoCurrency(text)) return text;
  const often = OFTEN.find((code) => text.startsWith(code) || text.endsWith(code));
  if (often !== undefined) return often;
  if (text.length === 4)
    return [text.slice(0, 3), text.slice(1)].find((code) => isIsoCurrency(code));
  return NAMED[text];
}
