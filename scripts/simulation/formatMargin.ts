import { formatPercentage } from "../../core/text/formatPercentage.ts";

/** "42.5 %", "−3 %", or "none" where there was no revenue. */
export function formatMargin(millionths: number | undefined): string {
  if (millionths === undefined) return "none";
  const percentage = formatPercentage(Math.abs(millionths));
  return millionths < 0 ? `−${percentage}` : percentage;
}
