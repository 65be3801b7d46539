import type { Ppm } from "../../core/money/ppm.ts";
import { requireOption } from "../../core/requireOption.ts";
import { TributaryError } from "../../core/TributaryError.ts";
import { parsePercentage } from "../../core/text/parsePercentage.ts";

/** A rate that a command cannot do without. */
export function requireRate(text: string | undefined): Ppm {
  const value = requireOption("rate", text, "a percentage, such as 15%");
  const rate = parsePercentage(value);
  if (rate !== undefined) return rate;
  throw new TributaryError(`"${value}" is no rate.`, {
    allowed: "a percentage from 0% to 100% with up to four decimals",
  });
}
