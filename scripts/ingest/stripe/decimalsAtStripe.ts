const NONE = new Set("bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" "));
const THREE = new Set("bhd jod kwd omr tnd".split(" "));

/**
 * How many decimals Stripe's whole numbers have in a currency. The króna and the Ugandan shilling count as two: they have
 * lost their cents, but Stripe's amounts have not.
 */
export function decimalsAtStripe(currency: string): number {
  const code = currency.toLowerCase();
  if (NONE.has(code)) return 0;
  return THREE.has(code) ? 3 : 2;
}
