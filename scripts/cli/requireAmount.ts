import type { Currency } from "../../core/currency/Currency.ts";
import { requireOption } from "../../core/requireOption.ts";
import { TributaryError } from "../../core/TributaryError.ts";
import { parseAmount } from "../../core/text/parseAmount.ts";

/** An amount of a currency, in its smallest unit. */
export function requireAmount(
  name: string,
  text: string | undefined,
  { symbol, decimals }: Currency,
): bigint {
  const parsed = parseAmount(requireOption(name, text, "an amount"), symbol, decimals);
  if ("amount" in parsed) return parsed.amount;
  throw new TributaryError(`The option --${name} is not an amount.`, parsed);
}
