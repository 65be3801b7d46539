import {
  type Attribution,
  attributeSales,
  type CreditedSale,
} from "../../scripts/lib/attribution/attributeSales.ts";
import {
  DEFAULT_PARAMETERS,
  type ModelParameters,
} from "../../scripts/lib/attribution/ModelParameters.ts";
import { toAttributionJson } from "../../scripts/lib/attribution/toAttributionJson.ts";
import type { Files } from "./randomFiles.ts";

export const QUIET = { start() {}, add() {}, note() {}, stop() {} };

/** Attributes files, and keeps each sale's credits. */
export async function attributed(
  files: Files,
  parameters: Partial<ModelParameters> & Pick<ModelParameters, "model">,
  memory?: number,
): Promise<Attribution & { credited: CreditedSale[]; shares: Record<string, number> }> {
  const credited: CreditedSale[] = [];
  const attribution = await attributeSales({
    ...files,
    model: { ...DEFAULT_PARAMETERS, ...parameters },
    memory,
    progress: QUIET,
    onCredits: async (sales) => {
      credited.push(...sales);
    },
  });
  const { partners } = toAttributionJson(parameters.model, attribution);
  const shares = Object.fromEntries(partners.map(({ partner, sales }) => [partner, Number(sales)]));
  return { ...attribution, credited, shares };
}
