import { toId } from "../../../core/ids/toId.ts";
import { SALES_COLUMNS } from "../../files/columns/SALES_COLUMNS.ts";
import {
  type KnownCredits,
  type NamedCredit,
  splitCredits,
} from "../../files/columns/splitCredits.ts";
import { readTable } from "../../files/table/readTable.ts";
import type { Progress } from "../../Progress.ts";
import { attributeSales } from "../attributeSales.ts";
import type { Party } from "../loadTouches.ts";
import type { EvidentSale, EvidentSales } from "./Evidence.ts";
import type { SalesManifest } from "./Manifest.ts";

export interface EvidenceFiles {
  readonly sales: string;
  readonly touchpoints: string;
  readonly model: SalesManifest["model"];
}

/** Attributes the sales of evidence anew: their credits by what the files and the model say. */
export async function readEvidentSales(
  { sales, touchpoints, model }: EvidenceFiles,
  progress: Progress,
): Promise<EvidentSales> {
  const credited = new Map<number, NamedCredit[]>();
  let parties: readonly Party[] = [];
  await attributeSales({
    ...{ sales, touchpoints, model, memory: undefined, progress },
    onOpen: async ({ touches }) => {
      parties = touches.parties;
    },
    onCredits: async ({ sales: places, parties: numbers, weights }) => {
      for (const [row, place] of places.entries()) {
        const { partner, role } = parties[numbers[row] as number] as Party;
        const credit = { partner, role, weight: weights[row] as number };
        const others = credited.get(place);
        if (others === undefined) credited.set(place, [credit]);
        else others.push(credit);
      }
    },
  });
  const known: KnownCredits = new Map();
  const rows = await readTable(sales, SALES_COLUMNS);
  return new Map(
    rows.map((row, place) => {
      const name = row.require("sale_id");
      const sale: EvidentSale = {
        name,
        kind: row.get("kind"),
        product: row.get("product"),
        amount: row.get("amount"),
        currency: row.get("currency"),
        // Those that were known before stay as they were.
        credits: credited.get(place) ?? splitCredits(row, known),
      };
      return [toId(name), sale];
    }),
  );
}
