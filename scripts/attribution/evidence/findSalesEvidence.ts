import { type Hex, isHash, zeroHash } from "viem";
import { TributaryError } from "../../../core/TributaryError.ts";
import { SALES_COLUMNS } from "../../files/columns/SALES_COLUMNS.ts";
import type { Row } from "../../files/table/Row.ts";
import { readTable } from "../../files/table/readTable.ts";
import { CREDITS_COLUMNS } from "./CREDITS_COLUMNS.ts";
import { EvidenceFolder } from "./EvidenceFolder.ts";
import type { SalesManifest } from "./Manifest.ts";
import { parseManifest } from "./parseManifest.ts";

/** What a sale of the file must have in common with its evidence. */
const SAME = ["kind", "amount", "currency", "product"];

/**
 * The hash of the evidence that the sales of a file follow from: as it is given, or of the manifest in a folder that has every
 * one of them as the file does. Zero where none is given.
 */
export async function findSalesEvidence(text: string | undefined, file: string): Promise<Hex> {
  if (text === undefined) return zeroHash;
  if (isHash(text)) return text;
  const folder = new EvidenceFolder(text);
  const rows = await readTable(file, SALES_COLUMNS);
  const wanted = new Map(rows.map((row) => [row.get("sale_id"), contentOf(row)]));
  for (const hash of await folder.manifests()) {
    const manifest = parseManifest((await folder.readManifest(hash)) ?? "");
    if (typeof manifest === "string" || manifest.of !== "sales") continue;
    if (await hasAll(folder, manifest, wanted)) return hash;
  }
  throw new TributaryError(`No evidence in ${text} is that of the sales in ${file}.`, {
    found: "sales that it does not have, or has with another kind, amount, currency or credits",
    todo: `Attribute them with --evidence ${text}, and post the file that comes of it.`,
  });
}

async function hasAll(
  folder: EvidenceFolder,
  { files }: SalesManifest,
  wanted: ReadonlyMap<string, string>,
): Promise<boolean> {
  const read = (name: string, columns: typeof SALES_COLUMNS) =>
    readTable(folder.pathOf(name), columns).catch((): Row[] => []);
  const credits = new Map(
    (await read(files.credits, CREDITS_COLUMNS)).map((row) => [
      row.get("sale_id"),
      row.get("credits"),
    ]),
  );
  const found = new Map(
    (await read(files.sales, SALES_COLUMNS)).map((row) => {
      const id = row.get("sale_id");
      return [id, contentOf(row, credits.get(id))];
    }),
  );
  return [...wanted].every(([id, content]) => found.get(id) === content);
}

function contentOf(row: Row, credits = row.get("credits")): string {
  return [...SAME.map((name) => row.get(name)), credits].join("\n");
}
