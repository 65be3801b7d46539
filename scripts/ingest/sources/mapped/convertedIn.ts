import { fiatDecimals } from "../../../../core/currency/fiatDecimals.ts";
import type { Row } from "../../../files/table/Row.ts";
import type { ConvertedAmount } from "../../facts/Conversion.ts";
import { amountIn } from "./amountIn.ts";
import { columnsOf } from "./columnsOf.ts";
import { currencyIn } from "./currencyIn.ts";
import type { MappedFile } from "./MappedFile.ts";

/** What the export made of a row's amount in another currency; undefined where it does not say. */
export function convertedIn(
  row: Row,
  of: bigint,
  { map, form }: MappedFile,
): ConvertedAmount | undefined {
  if (map.converted === undefined) return undefined;
  const { amount: columns, fees } = map.converted;
  const all = columnsOf(columns);
  if (!all.some((one) => row.get(one) !== "")) return undefined;
  const currency = currencyIn(row, map.converted.currency);
  const [column = ""] = all.filter((one) => row.has(one));
  return {
    ...{ of, currency, column, decimals: fiatDecimals(currency) },
    amount: amountIn(row, columns, form, currency) ?? 0n,
    fees: amountIn(row, fees, form, currency),
  };
}
