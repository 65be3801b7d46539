import { roundedDiv } from "../../../core/money/roundedDiv.ts";
import type { Conversion } from "./Conversion.ts";

/** An amount in the smallest unit of the program's currency, to the nearest; a half goes up. */
export function convertAmount(amount: bigint, { numerator, denominator }: Conversion): bigint {
  return roundedDiv(amount * numerator, denominator);
}
