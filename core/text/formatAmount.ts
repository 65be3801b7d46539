import { formatUnits } from "viem";

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
  const [whole = "0", digits = ""] = formatUnits(amount, decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  const shown = digits.slice(0, MOST_DECIMALS);
  const least = Math.min(LEAST_DECIMALS, decimals);
  const padded = shown.padEnd(least, "0");
  const text = padded === "" ? grouped : `${grouped}.${padded}`;
  const exact = digits === "" ? grouped : `${grouped}.${digits}`;
  return { text: digits.length > MOST_DECIMALS ? `${text}…` : text, exact };
}
