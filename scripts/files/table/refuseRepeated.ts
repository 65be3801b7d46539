import type { Row } from "./Row.ts";

/** Refuses a file in which two rows have the same value in a column that tells them apart. */
export function refuseRepeated(
  rows: readonly Row[],
  column: string,
  normalise = (text: string) => text,
): void {
  const lines = new Map<string, number>();
  for (const row of rows) {
    const text = row.get(column);
    const key = normalise(text);
    const first = lines.get(key);
    if (first !== undefined) {
      throw row.mistake(column, `"${text}", which line ${first} has already`, "each once");
    }
    if (text !== "") lines.set(key, row.line);
  }
}
