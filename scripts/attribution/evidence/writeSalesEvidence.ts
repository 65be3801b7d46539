import type { Hex } from "viem";
import type { RefusedRow } from "../../files/columns/RefusedRow.ts";
import { SALES_COLUMNS } from "../../files/columns/SALES_COLUMNS.ts";
import { readSalt } from "../../files/readSalt.ts";
import type { ModelParameters } from "../models/ModelParameters.ts";
import { WEIGHT } from "../models/WEIGHT.ts";
import { CREDITS_COLUMNS } from "./CREDITS_COLUMNS.ts";
import { copyRows } from "./copyRows.ts";
import { EvidenceFolder } from "./EvidenceFolder.ts";
import { FORMAT, MODELS_VERSION } from "./Manifest.ts";
import { normalizeSales, normalizeTouchpoints } from "./normalize.ts";

export interface SalesEvidenceParameters {
  readonly folder: string;
  readonly saltFile: string;
  readonly sales: string;
  readonly touchpoints: string;
}

/** The files of an attribution in the form that is published, before it is made. */
export interface SalesEvidence {
  /** What it must be made of. */
  readonly files: { readonly sales: string; readonly touchpoints: string };
  /** Rows that are no sales, such as those of 0.00: they are left out. */
  readonly refused: readonly RefusedRow[];
  /** Writes what came of it, with the manifest. Returns the manifest's hash. */
  finish(attributed: string, model: ModelParameters): Promise<Hex>;
}

export async function writeSalesEvidence(
  parameters: SalesEvidenceParameters,
): Promise<SalesEvidence> {
  const salt = await readSalt(parameters.saltFile);
  const folder = new EvidenceFolder(parameters.folder);
  let refused: readonly RefusedRow[] = [];
  const sales = await folder.store(async (path) => {
    refused = await normalizeSales(parameters.sales, salt, path);
  });
  const touchpoints = await folder.store((path) =>
    normalizeTouchpoints(parameters.touchpoints, salt, path),
  );
  return {
    files: { sales: folder.pathOf(sales), touchpoints: folder.pathOf(touchpoints) },
    refused,
    async finish(attributed, model) {
      const to = CREDITS_COLUMNS.required;
      const credits = await folder.store((path) =>
        copyRows(
          attributed,
          { from: SALES_COLUMNS, to, fieldsOf: (row) => to.map((name) => row.get(name)) },
          path,
        ),
      );
      return folder.storeManifest({
        format: FORMAT,
        of: "sales",
        customers: "hmac-sha256",
        files: { touchpoints, sales, credits },
        model,
        modelsVersion: MODELS_VERSION,
        weight: WEIGHT,
      });
    },
  };
}
