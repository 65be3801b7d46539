import { formatUnits } from "viem";
import { groupDigits } from "./groupDigits.ts";

const MOST_DECIMALS = 6;
const LEAST_DECIMALS = 2;

export interface FormattedAmount {
  /** Grouped, with 2 to 6 decimals; ends in “…” where the exact amount has more. */
  readonly text: string;
  /** To the last unit. */
  readonly exact: string;
}

/** An amount in words; never rounded up, and it says so where digits are left out. */
export function formatAmount(amount: bigint, decimals: number): FormattedAmount {
  const exact = groupDigits(formatUnits(amount, decimals));
  const [whole = "0", digits = ""] = exact.split(".");
  const shown = digits.slice(0, MOST_DECIMALS).padEnd(Math.min(LEAST_DECIMALS, decimals), "0");
  const text = shown === "" ? whole : `${whole}.${shown}`;
  return { text: digits.length > MOST_DECIMALS ? `${text}…` : text, exact };
}
