const ETHER = 18;
const TOKEN = 6;

/** With no chain to ask, a token counts as the test tokens of a development chain do, which is as USDC. */
export function decimalsOf(symbol: string): number {
  return symbol === "ETH" ? ETHER : TOKEN;
}
