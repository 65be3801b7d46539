import type { Currency } from "../../core/currency/Currency.ts";
import { findCurrency } from "../../core/currency/findCurrency.ts";
import { TributaryError } from "../../core/TributaryError.ts";
import { didYouMean } from "../../core/text/didYouMean.ts";
import { listOf } from "../../core/text/listOf.ts";

/** The currency that is named; where none is, the only one of a program or a plan. */
export function requireCurrency(
  { currencies }: { readonly currencies: readonly Currency[] },
  symbol: string | undefined,
  whose: "program" | "plan" = "program",
): Currency {
  const [only] = currencies;
  if (symbol === undefined && only !== undefined && currencies.length === 1) return only;
  const symbols = currencies.map((one) => one.symbol);
  const allowed = listOf(symbols);
  if (symbol === undefined || symbol === "") {
    throw new TributaryError("The option --currency is missing.", {
      allowed,
      todo: `Give it one of the ${whose}'s currencies: --currency …`,
    });
  }
  const currency = findCurrency(currencies, symbol);
  if (currency !== undefined) return currency;
  throw new TributaryError(`The ${whose} has no currency "${symbol}".`, {
    allowed: `${allowed}${didYouMean(symbol, symbols)}`,
  });
}
