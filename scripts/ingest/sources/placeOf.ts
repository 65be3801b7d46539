import { basename } from "node:path";
import type { Row } from "../../files/table/Row.ts";

/** Where a row is, for lists: "sales.csv, line 3". */
export function placeOf({ file, line }: Row): string {
  return `${basename(file)}, line ${line}`;
}
