import type { ColumnNames } from "../mapping/ColumnMap.ts";
import type { InputSource } from "./InputSource.ts";
import { listOfColumns } from "./mapped/textIn.ts";

/** What can be read, for a file that is none of it: the nearest by its columns with those that it lacks, then the others' names. */
export function describeKnown(names: readonly string[], sources: readonly InputSource[]): string {
  const known = sources.flatMap(({ what, known: by }) => {
    if (!("columns" in by)) return [];
    const lacking = by.columns.filter(
      (one) => !listOfColumns(one).some((name) => names.includes(name)),
    );
    return [{ what, lacking, share: 1 - lacking.length / by.columns.length }];
  });
  const [nearest] = known.toSorted((a, b) => b.share - a.share);
  const all = [...new Set(known.map(({ what }) => what))].join(", ");
  if (nearest === undefined || nearest.share === 0) return all;
  const missing = nearest.lacking.map((one: ColumnNames) => listOfColumns(one).join(" or "));
  return `${nearest.what}, the nearest, needs ${missing.join(", ")} as well; or ${all}`;
}
