import { amountIn } from "../../files/columns/amountIn.ts";
import { SALES_COLUMNS } from "../../files/columns/SALES_COLUMNS.ts";
import { requireTime } from "../../files/columns/timeIn.ts";
import type { Row } from "../../files/table/Row.ts";
import { streamTable } from "../../files/table/streamTable.ts";
import type { Inputs } from "../facts/Inputs.ts";
import type { KeptFields } from "../facts/KeptFields.ts";
import type { SaleFact } from "../facts/SaleFact.ts";
import type { InputSource, ReadOptions } from "./InputSource.ts";
import { placeOf } from "./placeOf.ts";
import { takeOrSetAside } from "./takeOrSetAside.ts";

/** As many as any currency has: which one it is only the program knows. */
const DECIMALS = 18;

/** Columns of which one may name a guest. */
const EMAIL = ["email", "customer_email"];

const OWN = [...SALES_COLUMNS.required, ...(SALES_COLUMNS.optional ?? [])];

/** A sales file; columns that sales files do not have otherwise are what rules may ask for, `code` a promotion code. */
export const sales = {
  what: "sales",
  known: { columns: ["sale_id", "kind", "amount"] },
  async read(file: string, inputs: Inputs, { keep }: ReadOptions): Promise<void> {
    const columns = { ...SALES_COLUMNS, open: true } as const;
    await streamTable(file, columns, (row) =>
      takeOrSetAside(row, "sale", inputs, () => inputs.sales.push(toSale(row, keep))),
    );
  },
} satisfies InputSource;

function toSale(row: Row, keep: KeptFields): SaleFact {
  const id = row.require("sale_id");
  const places = keep.customers.includes("email") ? ["customer_id", ...EMAIL] : ["customer_id"];
  const [code, conversion] = [row.get("code"), row.get("conversion")];
  const others = row.names().filter((name) => !OWN.includes(name));
  return {
    id,
    same: [id],
    customers: places.map((place) => row.get(place)).filter((name) => name !== ""),
    kind: row.require("kind"),
    amount: amountIn(row, "amount", { symbol: row.require("currency"), decimals: DECIMALS }),
    // It is the operator's own: whatever is no revenue is out of it already.
    ...{ tax: 0n, shipping: 0n, fees: 0n, discount: 0n },
    decimals: DECIMALS,
    currency: row.require("currency"),
    occurredAt: requireTime(row, "occurred_at"),
    product: row.get("product"),
    codes: code === "" ? [] : [code],
    attributes: Object.fromEntries(others.map((name) => [name, row.get(name)])),
    credits: row.get("credits"),
    ...(conversion === "" ? {} : { derivation: conversion }),
    source: "file",
    from: placeOf(row),
  };
}
