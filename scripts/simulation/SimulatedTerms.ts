import type { Terms as ModelTerms } from "../../core/model/terms.ts";
import type { Terms } from "../../core/terms/ParsedTerms.ts";

/** One terms file on the way through a simulation. */
export interface SimulatedTerms {
  readonly file: string;
  /** As a program takes them. */
  readonly terms: Terms;
  /** As the model reads them; parties go by names. */
  readonly model: ModelTerms;
  /** By the currencies' places; undefined where there is none. */
  readonly symbols: readonly (string | undefined)[];
}
