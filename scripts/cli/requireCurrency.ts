import type { Currency } from "../../core/currency/Currency.ts";
import { findCurrency } from "../../core/currency/findCurrency.ts";
import { TributaryError } from "../../core/TributaryError.ts";
import { didYouMean } from "../../core/text/didYouMean.ts";
import { listOf } from "../../core/text/listOf.ts";
import type { Program } from "../chain/openProgram.ts";

/** The currency that is named; where none is, the program's only one. */
export function requireCurrency({ currencies }: Program, symbol: string | undefined): Currency {
  const [only] = currencies;
  if (symbol === undefined && only !== undefined && currencies.length === 1) return only;
  const symbols = currencies.map((one) => one.symbol);
  const allowed = listOf(symbols);
  if (symbol === undefined || symbol === "") {
    throw new TributaryError("The option --currency is missing.", {
      allowed,
      todo: "Give it one of the program's currencies: --currency …",
    });
  }
  const currency = findCurrency(currencies, symbol);
  if (currency !== undefined) return currency;
  throw new TributaryError(`The program has no currency "${symbol}".`, {
    allowed: `${allowed}${didYouMean(symbol, symbols)}`,
  });
}
