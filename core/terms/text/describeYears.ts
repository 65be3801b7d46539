import { formatPercentage } from "../../text/formatPercentage.ts";

/** A table of rates per full year, whose last entry repeats, as rows. */
export function describeYears(
  rates: readonly number[],
  sign: "" | "+",
): readonly (readonly [string, string])[] {
  return rates.map((rate, index) => {
    const year = `Year ${index + 1}`;
    const repeats = index === rates.length - 1;
    return [repeats ? `${year} and after` : year, `${sign}${formatPercentage(rate)}`] as const;
  });
}
