import type { Currency } from "../chain/Currency.ts";
import { TributaryError } from "../TributaryError.ts";
import { parseAmount } from "../text/parseAmount.ts";
import { requireOption } from "./requireOption.ts";

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
