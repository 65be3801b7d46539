import { DEFAULT_PARAMETERS, MODELS, type ModelParameters, PLAYERS } from "./ModelParameters.ts";
import { oneOf } from "./oneOf.ts";
import { readSpan } from "./readSpan.ts";
import { readTouchParameters, TOUCH_MODEL_NAMES, type TouchOption } from "./TOUCH_MODELS.ts";

/** A model's options as the command line gives them. */
type ModelOption = TouchOption | "lookback" | "within" | "by" | "order" | "game" | "every";

export type ModelOptions = { readonly model: string } & Readonly<
  Record<ModelOption, string | undefined>
>;

export function parseModel(options: ModelOptions): ModelParameters {
  const defaults = DEFAULT_PARAMETERS;
  return {
    ...readTouchParameters(options),
    model: oneOf("model", options.model, MODELS),
    lookback: readSpan("lookback", options.lookback),
    within: oneOf("within", options.within ?? defaults.within, TOUCH_MODEL_NAMES),
    by: oneOf("by", options.by ?? defaults.by, PLAYERS),
    order: oneOf("order", options.order ?? "1", ["1", "2"]) === "1" ? 1 : 2,
    game: oneOf("game", options.game ?? defaults.game, ["conversions", "rate"]),
    period: readSpan("every", options.every),
  };
}
