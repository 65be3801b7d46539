import { listOf } from "../text/listOf.ts";
import { RowError } from "./RowError.ts";

export interface Columns {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
}

/** The place of each column that a file's first line names. */
export function checkHeader(
  file: string,
  names: readonly string[],
  { required, optional = [] }: Columns,
): ReadonlyMap<string, number> {
  const allowed = [...required, ...optional];
  const places = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const place = String(index + 1);
    if (!allowed.includes(name)) {
      throw new RowError(file, 1, place, `the unknown column "${name}"`, listOf(allowed));
    }
    if (places.has(name)) {
      throw new RowError(file, 1, place, `the column "${name}" a second time`, "each column once");
    }
    places.set(name, index);
  }
  const missing = required.find((name) => !places.has(name));
  if (missing === undefined) return places;
  const expected = `the columns ${required.join(",")}`;
  throw new RowError(file, 1, missing, "the column is missing", expected);
}
