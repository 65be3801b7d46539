import type { TableFormat } from "./formatOf.ts";

/** As `IdDigits` has them. */
const OF_A_NUMBER = String.raw`[+-]?(?:\d+[.,]0+|\d(?:[.,]\d+)?[eE]\+\d+|\d[.,]\d+[eE]\d+)`;
/** Of a number in JSON SQL gives not all digits. */
const OF_JSON = String.raw`[+-]?\d+[.,eE].*|\d{16,}`;

/**
 * Whether a text is a number that an id was taken for, or may be, for which the readers of rows are asked; in SQL. Nearly no id
 * begins as a number does, and for others no pattern is tried.
 */
export function mangledIdSql(format: TableFormat, text: string): string {
  // Nor is a list or an object of JSON a text.
  const isNested = format === "jsonl" ? `${text}[1] IN ('[', '{') OR ` : "";
  const pattern = format === "jsonl" ? OF_JSON : OF_A_NUMBER;
  return `(${isNested}(${text}[1] BETWEEN '+' AND '9' AND regexp_full_match(${text}, '${pattern}')))`;
}

/** Whether a column has ids of digits that a spreadsheet may have rounded, and none that shows that all digits are kept; in SQL. */
export function roundedIdsSql(text: string, relation: string): string {
  return `(SELECT coalesce(bool_and(id[16:] = repeat('0', length(id) - 15)), false)
    FROM (SELECT ${text} AS id FROM ${relation}) WHERE length(id) >= 16 AND regexp_full_match(id, '\\d+'))`;
}
