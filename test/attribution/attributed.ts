import { type Attribution, attributeSales } from "../../scripts/attribution/attributeSales.ts";
import {
  DEFAULT_PARAMETERS,
  type ModelParameters,
} from "../../scripts/attribution/models/ModelParameters.ts";
import { toAttributionJson } from "../../scripts/attribution/toAttributionJson.ts";
import type { Progress } from "../../scripts/Progress.ts";
import type { Files } from "./randomFiles.ts";

export const QUIET: Progress = {
  during: async (_label, _total, work) => work(),
  add() {},
  note() {},
};

export interface CreditedSale {
  /** Its place in the file. */
  readonly sale: number;
  readonly credits: { readonly party: number; readonly weight: number }[];
}

/** Attributes files, and keeps each sale's credits in the order of the file. */
export async function attributed(
  files: Files,
  parameters: Partial<ModelParameters> & Pick<ModelParameters, "model">,
  memory?: number,
): Promise<Attribution & { credited: CreditedSale[]; shares: Record<string, number> }> {
  const bySale = new Map<number, CreditedSale>();
  const attribution = await attributeSales({
    ...files,
    model: { ...DEFAULT_PARAMETERS, ...parameters },
    memory,
    progress: QUIET,
    onCredits: async ({ sales, parties, weights }) => {
      for (const [row, sale] of sales.entries()) {
        const one = bySale.get(sale) ?? { sale, credits: [] };
        one.credits.push({ party: parties[row] ?? -1, weight: weights[row] ?? -1 });
        bySale.set(sale, one);
      }
    },
  });
  const { partners } = toAttributionJson(parameters.model, attribution);
  const shares = Object.fromEntries(partners.map(({ partner, sales }) => [partner, Number(sales)]));
  const credited = [...bySale.values()].sort((a, b) => a.sale - b.sale);
  return { ...attribution, credited, shares };
}
