import type { Row } from "../../../files/table/Row.ts";
import type { Inputs } from "../../facts/Inputs.ts";
import type { SetAside } from "../../facts/SetAside.ts";
import type { RowSort } from "../../mapping/ColumnMap.ts";
import type { MappedFile } from "./MappedFile.ts";
import { setRowAside } from "./setRowAside.ts";
import { sortOf } from "./sortOf.ts";
import { takeRefund } from "./takeRefund.ts";
import { takeSale } from "./takeSale.ts";

const ASIDE: Readonly<
  Record<Exclude<RowSort, "sale" | "refund">, Pick<SetAside, "verdict" | "rule">>
> = {
  unpaid: { verdict: "exclude", rule: "(not paid)" },
  other: { verdict: "exclude", rule: "(no payment)" },
  item: { verdict: "review", rule: "(unknown row)" },
  review: { verdict: "review", rule: "(unknown row)" },
};

/**
 * Takes a row for the sale or the refund that it is; all others are set aside.
 * @param items Further rows of the same sale.
 */
export function takeRow(row: Row, items: readonly Row[], file: MappedFile, inputs: Inputs): void {
  const { is, reason } = sortOf(row, file.map);
  if (is === "sale") takeSale(row, items, file, inputs);
  else if (is === "refund") takeRefund(row, file, inputs);
  else setRowAside(row, file, inputs, { ...ASIDE[is], reason });
}
