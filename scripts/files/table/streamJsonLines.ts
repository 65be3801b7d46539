import { listOf } from "../../../core/text/listOf.ts";
import { streamText } from "../streamText.ts";
import type { Columns } from "./checkHeader.ts";
import { Row } from "./Row.ts";
import { RowError } from "./RowError.ts";

/** Reads a file with one JSON object on each line, whose fields are the columns; blank lines are passed over. */
export async function streamJsonLines(
  file: string,
  columns: Columns,
  take: (row: Row) => void,
  tell: (bytes: number) => void = () => undefined,
): Promise<void> {
  let line = 0;
  const takeLine = (text: string) => {
    line += 1;
    if (text.trim() !== "") take(toRow(file, line, text, columns));
  };
  const decoder = new TextDecoder("utf-8");
  let rest = "";
  for await (const chunk of streamText(file)) {
    tell(chunk.length);
    // JSON has no line ends of its own within texts but as escapes.
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines) takeLine(text);
  }
  takeLine(rest);
}

function toRow(file: string, line: number, text: string, columns: Columns): Row {
  const json = Object.entries(parse(file, line, text));
  const known = [...columns.required, ...(columns.optional ?? [])];
  const places = new Map(json.map(([name], index) => [name, index]));
  const fields = json.map(([name, value]) => {
    if (!columns.open && !known.includes(name)) {
      throw new RowError(file, line, name, "the column is unknown", listOf(known));
    }
    if (typeof value !== "string")
      throw new RowError(file, line, name, "found a list or an object", "a text or a number");
    // As escapes JSON can have what no text has, which would make different names the same.
    if (value.isWellFormed() && !value.includes("\0")) return value.trim();
    throw new RowError(file, line, name, "found half a character or a NUL", "text");
  });
  return new Row(file, line, places, fields);
}

function parse(file: string, line: number, text: string): object {
  const allowed = "one JSON object on each line";
  try {
    const json: unknown = JSON.parse(text, asWritten);
    if (typeof json === "object" && json !== null && !Array.isArray(json)) return json;
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new RowError(file, line, undefined, found, allowed);
  }
  throw new RowError(file, line, undefined, "this is no object", allowed);
}

/** Numbers stay as they are written: as a number type, an amount would lose digits. */
function asWritten(_: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (value === null) return "";
  return typeof value === "object"
    ? value
    : context?.source && typeof value !== "string"
      ? context.source
      : value;
}
