import { fiatDecimals } from "../../../../core/currency/fiatDecimals.ts";
import type { Row } from "../../../files/table/Row.ts";
import { PARTS, type SaleFact } from "../../facts/SaleFact.ts";
import { placeOf } from "../placeOf.ts";
import { amountIn } from "./amountIn.ts";
import { codesIn } from "./codesIn.ts";
import { convertedIn } from "./convertedIn.ts";
import { currencyIn } from "./currencyIn.ts";
import type { MappedFile } from "./MappedFile.ts";
import { meetsRow } from "./meetsRow.ts";
import { requireIn } from "./requireIn.ts";
import { textIn } from "./textIn.ts";
import { timeIn } from "./timeIn.ts";

/**
 * A row as the sale that it is.
 * @param items Further rows of the same sale.
 */
export function toSale(row: Row, items: readonly Row[], file: MappedFile): SaleFact {
  const { map, form, zone } = file;
  const id = requireIn(row, map.id);
  const currency = currencyIn(row, map.currency);
  const others = (map.same ?? []).map((column) => row.get(column)).filter((text) => text !== "");
  const occurredAt = timeIn(row, map.time, zone, map.clock);
  if (occurredAt === undefined) throw row.mistake("time", "nothing", "the time of the payment");
  const parts = PARTS.map((part) => [
    part,
    map.without?.includes(part) ? 0n : size(amountIn(row, map[part], form, currency)),
  ]);
  const amount = amountIn(row, map.amount, form, currency) ?? 0n;
  const products = [row, ...items].map((one) => textIn(one, map.product));
  const named = [...new Set(products.filter((product) => product !== ""))];
  return {
    ...{ id, same: [...new Set([id, ...others])], currency, occurredAt, from: placeOf(row) },
    customers: customersIn(row, file),
    kind: map.kinds?.find(({ when }) => meetsRow(row, when))?.kind ?? "initial",
    amount,
    converted: convertedIn(row, amount, file),
    ...Object.fromEntries(parts),
    decimals: fiatDecimals(currency),
    // Of several products none is the sale's; rules find all of them.
    product: named.length === 1 ? (named[0] ?? "") : "",
    codes: codesIn(row, map),
    attributes: attributesIn(row, named, map.attributes ?? []),
    ...{ credits: "", source: "payments" },
  };
}

/** Some systems write what they keep as a negative amount. */
function size(amount: bigint | undefined): bigint | undefined {
  return amount !== undefined && amount < 0n ? -amount : amount;
}

function customersIn(row: Row, { map, keep }: MappedFile): string[] {
  const names = keep.customers.map((place) => {
    const name = textIn(row, map.customers?.[place]);
    return place === "email" ? name.toLowerCase() : name;
  });
  return [...new Set(names.filter((name) => name !== ""))];
}

function attributesIn(
  row: Row,
  products: readonly string[],
  kept: readonly string[],
): Record<string, string> {
  const found = kept.map((column) => [column, row.get(column)]).filter(([, text]) => text !== "");
  const all = products.length > 1 ? [["products", products.join("; ")]] : [];
  return Object.fromEntries([...found, ...all]);
}
