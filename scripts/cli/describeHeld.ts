import { formatUnits } from "viem";
import { formatInstant } from "../../core/text/formatInstant.ts";
import { joinWords } from "../../core/text/joinWords.ts";
import type { Held } from "../reporting/statement/heldOf.ts";

/** ": 12.5 USDC are held, the first of it locks on …", to follow that nothing is locked; empty where nothing is held. */
export function describeHeld(held: readonly Held[]): string {
  if (held.length === 0) return "";
  const told = held.map(({ currency: { symbol, decimals }, amount, locks }) => {
    const number = formatUnits(amount, decimals);
    return `${number} ${symbol} are held, the first of it locks on ${formatInstant(locks)}`;
  });
  return `: ${joinWords(told)}`;
}
