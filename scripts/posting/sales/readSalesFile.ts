import { formatUnits, type Hex } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { findCurrency } from "../../../core/currency/findCurrency.ts";
import { amountOf } from "../../../core/deal/amountOf.ts";
import type { Terms } from "../../../core/deal/Terms.ts";
import { indexByName } from "../../../core/ids/indexByName.ts";
import { toId } from "../../../core/ids/toId.ts";
import { findKind } from "../../../core/terms/findKind.ts";
import { listOf } from "../../../core/text/listOf.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { KnownPartner } from "../../chain/partners/readPartners.ts";
import { amountIn } from "../../files/columns/amountIn.ts";
import { SALES_COLUMNS } from "../../files/columns/SALES_COLUMNS.ts";
import { type TakenRows, takeRows } from "../../files/columns/takeRows.ts";
import { requireTime } from "../../files/columns/timeIn.ts";
import type { Row } from "../../files/table/Row.ts";
import { readTable } from "../../files/table/readTable.ts";
import { refuseRepeated } from "../../files/table/refuseRepeated.ts";
import { type Credit, type CreditedPartners, parseCredits } from "./parseCredits.ts";

/** One row of a sales file, checked against a program. */
export interface ListedSale {
  readonly row: Row;
  readonly name: string;
  readonly id: Hex;
  readonly kind: number;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly occurredAt: number;
  readonly credits: readonly Credit[];
}

/** A sales file, and whether it has a column for credits: what `sales attribute` writes has, even where it found nobody. */
export interface TakenSales extends TakenRows<ListedSale> {
  readonly hasCredits: boolean;
}

/** Reads sales.csv. */
export async function readSalesFile(
  file: string,
  program: Program,
  partners: readonly KnownPartner[],
): Promise<TakenSales> {
  const rows = await readTable(file, SALES_COLUMNS);
  const credited = { named: indexByName(partners), names: partners.map(({ name }) => name) };
  const taken = takeRows(rows, "sale_id", (row) => readSale(row, program, credited));
  refuseRepeated(rows, "sale_id");
  return { ...taken, hasCredits: rows.some((row) => row.has("credits")) };
}

function readSale(
  row: Row,
  { terms, currencies }: Program,
  partners: CreditedPartners,
): ListedSale {
  const name = row.require("sale_id");
  const kind = findKind(terms.kinds, row.require("kind"), row.get("product"));
  if (kind < 0)
    throw row.refusal("kind", `the unknown kind "${row.get("kind")}"`, listOf(terms.kinds));
  const currency = readCurrency(row, currencies);
  const amount = amountIn(row, "amount", currency);
  checkOutcome(row, terms, kind, amount, currency);
  const occurredAt = requireTime(row, "occurred_at");
  const credits = parseCredits(row, terms, partners);
  return { row, name, id: toId(name), kind, currency, amount, occurredAt, credits };
}

/** An outcome is exactly its amount; where it is per period the program adds up what is posted. */
function checkOutcome(
  row: Row,
  { outcomes }: Terms,
  kind: number,
  amount: bigint,
  currency: Currency,
): void {
  const outcome = outcomes.find((one) => one.kind === kind);
  if (outcome === undefined) return;
  const most = amountOf(outcome.amounts, currency.index);
  if (outcome.perPeriod ? amount <= most : amount === most) return;
  if (most === 0n) {
    throw row.refusal(
      "currency",
      `"${row.get("currency")}"`,
      `a currency in which the outcome "${row.get("kind")}" has an amount`,
    );
  }
  throw row.refusal(
    "amount",
    `"${row.get("amount")}"`,
    `${outcome.perPeriod ? "at most" : "exactly"} ${formatUnits(most, currency.decimals)} ${currency.symbol}, for "${row.get("kind")}" is an outcome`,
  );
}

function readCurrency(row: Row, currencies: readonly Currency[]): Currency {
  const currency = findCurrency(currencies, row.require("currency"));
  if (currency !== undefined) return currency;
  const known = currencies.map(({ symbol }) => symbol);
  throw row.refusal("currency", `the unknown currency "${row.get("currency")}"`, listOf(known));
}
