import type { Hex } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { findCurrency } from "../../../core/currency/findCurrency.ts";
import { toId } from "../../../core/ids/toId.ts";
import { parseAmount } from "../../../core/text/parseAmount.ts";
import { parseTime, TIME_FORMAT } from "../../../core/text/parseTime.ts";
import type { Program } from "../../chain/openProgram.ts";
import { REFUND_COLUMNS } from "../../files/columns/REFUND_COLUMNS.ts";
import { SALES_COLUMNS } from "../../files/columns/SALES_COLUMNS.ts";
import {
  type KnownCredits,
  type NamedCredit,
  splitCredits,
} from "../../files/columns/splitCredits.ts";
import type { Row } from "../../files/table/Row.ts";
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
): Promise<SourceSale[]> {
  const rows = await readTable(file, SALES_COLUMNS);
  refuseRepeated(rows, "sale_id");
  const known: KnownCredits = new Map();
  return rows.map((row) => {
    const name = row.require("sale_id");
    const symbol = row.require("currency");
    const currency = findCurrency(currencies, symbol);
    const amountText = row.require("amount");
    const credits = row.get("credits") === "" ? undefined : splitCredits(row, known);
    return {
      ...{ name, id: toId(name), kind: row.require("kind"), product: row.get("product") },
      ...{ symbol, amountText, currency, amount: amountIn(row, currency), credits },
      occurredAt: timeOf(row, row.require("occurred_at")),
    };
  });
}

/** Reads the source's refunds. */
export async function readSourceRefunds(file: string): Promise<SourceRefund[]> {
  const rows = await readTable(file, REFUND_COLUMNS);
  refuseRepeated(rows, "refund_id");
  return rows.map((row) => {
    const name = row.require("refund_id");
    const sale = row.require("sale_id");
    const text = row.get("occurred_at");
    return {
      ...{ name, id: toId(name), sale, saleId: toId(sale) },
      amountText: row.require("amount"),
      totalText: row.get("total"),
      reason: row.get("reason"),
      occurredAt: text === "" ? undefined : timeOf(row, text),
    };
  });
}

function amountIn(row: Row, currency: Currency | undefined): bigint | undefined {
  if (currency === undefined) return undefined;
  const parsed = parseAmount(row.require("amount"), currency.symbol, currency.decimals);
  if ("amount" in parsed) return parsed.amount;
  throw row.mistake("amount", parsed.found, parsed.allowed);
}

function timeOf(row: Row, text: string): number {
  const time = parseTime(text);
  if (time !== undefined) return time;
  throw row.mistake("occurred_at", `"${text}"`, TIME_FORMAT);
}
