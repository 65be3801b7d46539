import type { Columns } from "./checkHeader.ts";
import { idColumnsOf } from "./IdDigits.ts";
import { RowError } from "./RowError.ts";

const NESTED = /\[|^(STRUCT|MAP|UNION|BLOB)/;
/** A number with a fraction, which digits of an id get lost in. */
const FRACTIONAL = /^(DOUBLE|FLOAT|DECIMAL\(\d+,\s*[1-9]\d*\))$/;

/** Refuses types of a Parquet file's columns that cannot hold what the columns are for. */
export function checkTypes(
  file: string,
  types: ReadonlyMap<string, string>,
  columns: Columns,
): void {
  const { amounts = [] } = columns;
  const ids = idColumnsOf(columns);
  for (const [name, type] of types) {
    const refuse = (allowed: string) =>
      new RowError(file, 1, name, `found the type ${type}`, allowed);
    if (NESTED.test(type)) throw refuse("texts, numbers and times");
    if (ids.includes(name) && FRACTIONAL.test(type))
      throw refuse("ids as texts or whole numbers: floating numbers have lost digits of long ids");
    if (amounts.includes(name) && type === "FLOAT")
      throw refuse("DECIMAL, DOUBLE or text: 32 bits of a floating number are six digits");
  }
}
