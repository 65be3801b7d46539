import { listOf } from "../../../core/text/listOf.ts";
import type { Columns } from "./checkHeader.ts";
import { IdDigits } from "./IdDigits.ts";
import { JsonNumber } from "./JsonNumber.ts";
import { jsonObjects } from "./jsonObjects.ts";
import { Notation } from "./notation/Notation.ts";
import { plainNumber } from "./plainNumber.ts";
import { Row } from "./Row.ts";
import { RowError } from "./RowError.ts";

/**
 * Reads a file with one JSON object on each line, blank lines passed over, or with one array of objects, whose fields are the
 * columns.
 */
export async function streamJson(
  file: string,
  columns: Columns,
  take: (row: Row) => void,
  tell: (bytes: number) => void = () => undefined,
): Promise<void> {
  const notation = new Notation(columns, ".", take);
  const ids = new IdDigits(columns);
  for await (const objects of jsonObjects(file, tell)) {
    for (const { text, line } of objects) {
      const { row, numbers } = toRow(file, line, text, columns);
      ids.look(row, (column) => numbers.has(column));
      notation.take(row);
    }
  }
  ids.finish();
  notation.finish();
}

function toRow(file: string, line: number, text: string, columns: Columns) {
  const json = Object.entries(parse(file, line, text));
  const known = [...columns.required, ...(columns.optional ?? [])];
  const places = new Map(json.map(([name], index) => [name, index]));
  const numbers = new Set<string>();
  const fields = json.map(([name, value]) => {
    if (!columns.open && !known.includes(name)) {
      throw new RowError(file, line, name, "the column is unknown", listOf(known));
    }
    if (value instanceof JsonNumber) {
      numbers.add(name);
      return columns.amounts?.includes(name) ? plainNumber(value.text) : value.text;
    }
    if (typeof value !== "string")
      throw new RowError(file, line, name, "found a list or an object", "a text or a number");
    // As escapes JSON can have what no text has, which would make different names the same.
    if (value.isWellFormed() && !value.includes("\0")) return value.trim();
    throw new RowError(file, line, name, "found half a character or a NUL", "text");
  });
  return { row: new Row(file, line, places, fields), numbers };
}

function parse(file: string, line: number, text: string): object {
  const allowed = "one JSON object on each line, or one array of objects";
  try {
    const json: unknown = JSON.parse(text, asWritten);
    const isObject = typeof json === "object" && json !== null && !Array.isArray(json);
    if (isObject && !(json instanceof JsonNumber)) return json;
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new RowError(file, line, undefined, found, allowed);
  }
  throw new RowError(file, line, undefined, "this is no object", allowed);
}

function asWritten(_: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (value === null) return "";
  if (typeof value === "number") return new JsonNumber(context?.source ?? String(value));
  return typeof value === "boolean" ? String(value) : value;
}
