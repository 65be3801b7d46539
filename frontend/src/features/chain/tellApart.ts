import type { Currency } from "@core/currency/Currency";
import { foldText } from "@core/text/foldText";
import { shortenHex } from "@core/text/shortenHex";

/** Currencies of which several go by one symbol are called by their addresses too. */
export function tellApart(currencies: readonly Currency[]): Currency[] {
  const count = Map.groupBy(currencies, ({ symbol }) => foldText(symbol));
  return currencies.map((currency) => {
    const { symbol, address } = currency;
    const isAlone = count.get(foldText(symbol))?.length === 1;
    return isAlone ? currency : { ...currency, symbol: `${symbol} (${shortenHex(address)})` };
  });
}
