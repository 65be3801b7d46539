import { listOf } from "../../../core/text/listOf.ts";
import { RowError } from "./RowError.ts";

export interface Columns {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
  /** Set where the file may have other columns too, whatever they are. */
  readonly open?: true;
  /** Columns with ids, whatever they are called. Of those above that are called so it is known. */
  readonly ids?: readonly string[];
  /** Those of them that hold amounts of money, and times. They are read as other systems write them. */
  readonly amounts?: readonly string[];
  readonly times?: readonly string[];
  /** Set where nothing but a picture follows from the file, so that half a last line may be among its rows. */
  readonly mayBeCut?: true;
}

/** The place of each column that a file's first line names. */
export function checkHeader(
  file: string,
  names: readonly string[],
  { required, optional = [], open }: Columns,
): ReadonlyMap<string, number> {
  const allowed = [...required, ...optional];
  const places = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const place = String(index + 1);
    const isKnown = allowed.includes(name);
    if (open && !isKnown && places.has(name)) continue;
    if (!open && !isKnown) {
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
