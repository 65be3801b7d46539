import type { DatabaseSync } from "node:sqlite";
import { writeCsv } from "../table/writeCsv.ts";
import { joinNames } from "./joinNames.ts";
import type { Mapping } from "./mapping/Mapping.ts";
import { mapSale } from "./mapping/mapSale.ts";
import { countWaiting } from "./store/countWaiting.ts";
import { readCustomers } from "./store/readCustomers.ts";
import { readStored } from "./store/readStored.ts";
import { REFUND_FIELDS, toRefundFields } from "./toRefundFields.ts";
import { SALE_FIELDS, toSaleFields } from "./toSaleFields.ts";

export interface ExportedFiles {
  readonly sales: string;
  readonly refunds: string;
}

export interface Exported {
  readonly sales: number;
  readonly refunds: number;
  /** Refunds whose sale is not known, and which are not written. */
  readonly waiting: number;
  /** Sales under an open dispute. */
  readonly disputed: readonly string[];
}

/** Writes all that the store knows as files of sales and refunds, in the order in which it became known. */
export async function exportStored(
  store: DatabaseSync,
  mapping: Mapping,
  files: ExportedFiles,
): Promise<Exported> {
  const { sales, refunds, disputed } = readStored(store);
  const nameOf = joinNames([...readCustomers(store), ...(mapping.customers?.same ?? [])]);
  await writeCsv(
    files.sales,
    SALE_FIELDS,
    sales.map((sale) => toSaleFields(mapSale(sale, mapping), nameOf(sale.customers[0] ?? ""))),
  );
  await writeCsv(files.refunds, REFUND_FIELDS, refunds.map(toRefundFields));
  return {
    sales: sales.length,
    refunds: refunds.length,
    waiting: countWaiting(store),
    disputed: [...disputed],
  };
}
