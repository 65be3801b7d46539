import { convertAmount } from "./convertAmount.ts";
import type { SaleFact } from "./SaleFact.ts";

/** What was paid, in the program's currency where it is known. */
export function worthOf(sale: SaleFact): Pick<SaleFact, "amount" | "decimals" | "currency"> {
  const { amount, decimals, currency, conversion } = sale;
  if (conversion === undefined) return { amount, decimals, currency };
  return { ...conversion, amount: convertAmount(amount, conversion) };
}
