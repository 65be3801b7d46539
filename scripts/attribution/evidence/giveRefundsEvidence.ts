import { type Hex, isHash, zeroHash } from "viem";
import { toIsoTime } from "../../../core/text/toIsoTime.ts";
import { REFUND_COLUMNS } from "../../files/columns/REFUND_COLUMNS.ts";
import { timeIn } from "../../files/columns/timeIn.ts";
import { firstRow } from "../../files/table/firstRow.ts";
import type { Row } from "../../files/table/Row.ts";
import { copyRows } from "./copyRows.ts";
import { EvidenceFolder } from "./EvidenceFolder.ts";
import { FORMAT } from "./Manifest.ts";

const COLUMNS = ["refund_id", "sale_id", "amount", "reason", "occurred_at"];

/**
 * The hash of the evidence of refunds: as it is given, or of the manifest of their file, which is written into a folder in
 * the form that is published. Zero where none is given.
 */
export async function giveRefundsEvidence(text: string | undefined, file: string): Promise<Hex> {
  if (text === undefined) return zeroHash;
  if (isHash(text)) return text;
  const folder = new EvidenceFolder(text);
  const hasTotals = (await firstRow(file))?.names().includes("total") ?? false;
  const form = hasTotals
    ? { to: [...COLUMNS, "total"], fieldsOf: (row: Row) => [...fieldsOf(row), row.get("total")] }
    : { to: COLUMNS, fieldsOf };
  const refunds = await folder.store((out) =>
    copyRows(file, { from: REFUND_COLUMNS, ...form }, out),
  );
  return folder.storeManifest({ format: FORMAT, of: "refunds", files: { refunds } });
}

function fieldsOf(row: Row): string[] {
  const texts = ["refund_id", "sale_id", "amount"].map((name) => row.require(name));
  return [...texts, row.get("reason"), timeOf(row)];
}

function timeOf(row: Row): string {
  const time = timeIn(row, "occurred_at");
  return time === undefined ? "" : toIsoTime(time);
}
