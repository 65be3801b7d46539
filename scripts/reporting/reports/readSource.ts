import type { Hex } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { findCurrency } from "../../../core/currency/findCurrency.ts";
import { toId } from "../../../core/ids/toId.ts";
import type { Program } from "../../chain/openProgram.ts";
import { amountIn } from "../../files/columns/amountIn.ts";
import { REFUND_COLUMNS } from "../../files/columns/REFUND_COLUMNS.ts";
import { SALES_COLUMNS } from "../../files/columns/SALES_COLUMNS.ts";
import {
  type KnownCredits,
  type NamedCredit,
  splitCredits,
} from "../../files/columns/splitCredits.ts";
import { type TakenRows, takeRows } from "../../files/columns/takeRows.ts";
import { requireTime, timeIn } from "../../files/columns/timeIn.ts";
import { readTable } from "../../files/table/readTable.ts";
import { refuseRepeated } from "../../files/table/refuseRepeated.ts";

/** A sale as the source has it, whether or not the program could take it. */
export interface SourceSale {
  readonly name: string;
  readonly id: Hex;
  readonly kind: string;
  readonly product: string;
  /** As it is written. */
  readonly symbol: string;
  readonly amountText: string;
  /** Undefined where the program does not have it. */
  readonly currency: Currency | undefined;
  readonly amount: bigint | undefined;
  readonly occurredAt: number;
  /** Undefined where the source does not say. */
  readonly credits: readonly NamedCredit[] | undefined;
}

export interface SourceRefund {
  readonly name: string;
  readonly id: Hex;
  readonly sale: string;
  readonly saleId: Hex;
  readonly amountText: string;
  /** What has gone back of the sale with it in all; empty where the source does not say. */
  readonly totalText: string;
  readonly reason: string;
  readonly occurredAt: number | undefined;
}

/** Reads the source's sales. A kind, currency or partner that the program does not know is a finding, no mistake of the file. */
export async function readSourceSales(
  file: string,
  { currencies }: Program,
): Promise<TakenRows<SourceSale>> {
  const rows = await readTable(file, SALES_COLUMNS);
  refuseRepeated(rows, "sale_id");
  const known: KnownCredits = new Map();
  return takeRows(rows, "sale_id", (row) => {
    const name = row.require("sale_id");
    const symbol = row.require("currency");
    const currency = findCurrency(currencies, symbol);
    const amountText = row.require("amount");
    const credits = row.get("credits") === "" ? undefined : splitCredits(row, known);
    return {
      ...{ name, id: toId(name), kind: row.require("kind"), product: row.get("product") },
      ...{
        symbol,
        amountText,
        currency,
        amount: currency && amountIn(row, "amount", currency),
        credits,
      },
      occurredAt: requireTime(row, "occurred_at"),
    };
  });
}

/** The currencies that the source's sales name, before anything of them is checked. */
export async function readSourceSymbols(file: string): Promise<ReadonlySet<string>> {
  const rows = await readTable(file, SALES_COLUMNS);
  return new Set(rows.map((row) => row.get("currency")));
}

/** Reads the source's refunds. */
export async function readSourceRefunds(file: string): Promise<SourceRefund[]> {
  const rows = await readTable(file, REFUND_COLUMNS);
  refuseRepeated(rows, "refund_id");
  return rows.map((row) => {
    const name = row.require("refund_id");
    const sale = row.require("sale_id");
    return {
      ...{ name, id: toId(name), sale, saleId: toId(sale) },
      amountText: row.require("amount"),
      totalText: row.get("total"),
      reason: row.get("reason"),
      occurredAt: timeIn(row, "occurred_at"),
    };
  });
}
