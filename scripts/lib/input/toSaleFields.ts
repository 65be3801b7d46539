import { formatUnits } from "viem";
import type { SaleFact } from "./SaleFact.ts";
import { toIsoTime } from "./toIsoTime.ts";

/** The columns of a sales file. */
export const SALE_FIELDS = [
  "sale_id",
  "customer_id",
  "kind",
  "amount",
  "currency",
  "occurred_at",
  "product",
];

/** A sale as a line of a sales file, of a customer under one name. */
export function toSaleFields(sale: SaleFact, customer: string): string[] {
  const { id, kind, amount, decimals, currency, occurredAt, product } = sale;
  return [
    id,
    customer,
    kind,
    formatUnits(amount, decimals),
    currency,
    toIsoTime(occurredAt),
    product,
  ];
}
