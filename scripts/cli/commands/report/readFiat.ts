import { TributaryError } from "../../../../core/TributaryError.ts";
import { type Rates, readRates } from "../../../files/rates/readRates.ts";
import { type Fiat, parseFiat } from "../../../reporting/reports/Fiat.ts";
import type { CommandOptions } from "../../CommandOptions.ts";

/** The country's currency that amounts are told in, and what the program's are worth in it; both options or none. */
export async function readFiat({
  fiat,
  rates,
}: CommandOptions<"fiat" | "rates">): Promise<{ readonly fiat: Fiat; readonly rates: Rates }> {
  if (rates === undefined || fiat === undefined) {
    throw new TributaryError("Amounts in a country's currency need --fiat and --rates.", {
      todo: "Give both: --fiat EUR --rates rates.csv, with the columns date,currency,rate.",
    });
  }
  return { fiat: parseFiat(fiat), rates: await readRates(rates) };
}
