import { decimalsOf } from "../../core/currency/decimalsOf.ts";
import { TributaryError } from "../../core/TributaryError.ts";
import { parseAmount } from "../../core/text/parseAmount.ts";
import { parseTime, TIME_FORMAT } from "../../core/text/parseTime.ts";
import { SALES_COLUMNS } from "../files/columns/SALES_COLUMNS.ts";
import { type KnownCredits, splitCredits } from "../files/columns/splitCredits.ts";
import type { Row } from "../files/table/Row.ts";
import { streamTable } from "../files/table/streamTable.ts";
import type { PastSale } from "./PastSale.ts";

/**
 * Reads sales.csv for any terms: a million sales stay well within a gigabyte, because the names and
 * credits that repeat are kept once. In the order of time; of one second, in that of the file.
 */
export async function readPastSales(
  file: string,
  tell: (bytes: number) => void,
): Promise<PastSale[]> {
  const sales: PastSale[] = [];
  const ids = new Set<string>();
  const keep = keepOnce();
  await streamTable(
    file,
    SALES_COLUMNS,
    (row) => {
      const sale = readSale(row, keep);
      ids.add(sale.id);
      if (ids.size === sales.length) throw repeated(row, sales, sale.id);
      sales.push(sale);
    },
    tell,
  );
  if (sales.length === 0) {
    throw new TributaryError(`${file} has no sales.`, { todo: "Give a file with past sales." });
  }
  const isInOrder = sales.every(({ time }, index) => time >= (sales[index - 1]?.time ?? 0));
  return isInOrder ? sales : sales.sort((a, b) => a.time - b.time);
}

interface Keep {
  readonly text: (text: string) => string;
  readonly credits: KnownCredits;
}

function readSale(row: Row, keep: Keep): PastSale {
  const id = row.require("sale_id");
  const kind = row.require("kind");
  const currency = keep.text(row.require("currency"));
  const parsed = parseAmount(row.require("amount"), currency, decimalsOf(currency));
  if (!("amount" in parsed)) throw row.mistake("amount", parsed.found, parsed.allowed);
  const time = parseTime(row.require("occurred_at"));
  if (time === undefined)
    throw row.mistake("occurred_at", `"${row.get("occurred_at")}"`, TIME_FORMAT);
  return {
    ...{ id, line: row.line, currency, time },
    kind: keep.text(kind),
    product: keep.text(row.get("product")),
    amount: parsed.amount,
    credits: splitCredits(row, keep.credits),
  };
}

function keepOnce(): Keep {
  const texts = new Map<string, string>();
  return {
    text(text) {
      const kept = texts.get(text);
      if (kept !== undefined) return kept;
      texts.set(text, text);
      return text;
    },
    credits: new Map(),
  };
}

function repeated(row: Row, sales: readonly PastSale[], id: string): Error {
  const first = sales.find((sale) => sale.id === id)?.line;
  return row.mistake("sale_id", `"${id}", which line ${first} has already`, "each once");
}
