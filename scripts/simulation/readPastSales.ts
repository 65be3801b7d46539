import { decimalsOf } from "../../core/currency/decimalsOf.ts";
import { TributaryError } from "../../core/TributaryError.ts";
import { amountIn } from "../files/columns/amountIn.ts";
import type { RefusedRow } from "../files/columns/RefusedRow.ts";
import { SALES_COLUMNS } from "../files/columns/SALES_COLUMNS.ts";
import { type KnownCredits, splitCredits } from "../files/columns/splitCredits.ts";
import { requireTime } from "../files/columns/timeIn.ts";
import { toRefusedRow } from "../files/columns/toRefusedRow.ts";
import type { Row } from "../files/table/Row.ts";
import { streamTable } from "../files/table/streamTable.ts";
import type { PastSale, PastSales } from "./PastSale.ts";

/**
 * Reads sales.csv for any terms: a million sales stay well within a gigabyte, because the names and
 * credits that repeat are kept once. In the order of time; of one second, in that of the file.
 */
export async function readPastSales(
  file: string,
  tell: (bytes: number) => void,
): Promise<Pick<PastSales, "sales" | "refused">> {
  const sales: PastSale[] = [];
  const refused: RefusedRow[] = [];
  const ids = new Set<string>();
  const keep = keepOnce();
  await streamTable(
    file,
    { ...SALES_COLUMNS, mayBeCut: true },
    (row) => {
      const sale = readOrRefuse(row, keep, refused);
      if (sale === undefined) return;
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
  return { sales: isInOrder ? sales : sales.sort((a, b) => a.time - b.time), refused };
}

interface Keep {
  readonly text: (text: string) => string;
  readonly credits: KnownCredits;
}

function readOrRefuse(row: Row, keep: Keep, refused: RefusedRow[]): PastSale | undefined {
  try {
    return readSale(row, keep);
  } catch (error) {
    refused.push(toRefusedRow(row, "sale_id", error));
    return undefined;
  }
}

function readSale(row: Row, keep: Keep): PastSale {
  const id = row.require("sale_id");
  const kind = row.require("kind");
  const currency = keep.text(row.require("currency"));
  const amount = amountIn(row, "amount", { symbol: currency, decimals: decimalsOf(currency) });
  const time = requireTime(row, "occurred_at");
  return {
    ...{ id, line: row.line, currency, time },
    kind: keep.text(kind),
    product: keep.text(row.get("product")),
    amount,
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
