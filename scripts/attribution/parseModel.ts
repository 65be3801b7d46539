import { TributaryError } from "../../core/TributaryError.ts";
import { listOf } from "../../core/text/listOf.ts";
import { parseDuration } from "../../core/text/parseDuration.ts";
import {
  DEFAULT_PARAMETERS,
  MODELS,
  type ModelParameters,
  PLAYERS,
  TOUCH_MODELS,
} from "./ModelParameters.ts";

/** A model's options as the command line gives them. */
export interface ModelOptions {
  readonly model: string;
  readonly lookback: string | undefined;
  readonly halfLife: string | undefined;
  readonly position: string | undefined;
  readonly within: string | undefined;
  readonly by: string | undefined;
  readonly order: string | undefined;
  readonly game: string | undefined;
  readonly every: string | undefined;
}

/** Times before a sale are kept in 32 bits. */
const MOST_SECONDS = 2 ** 31 - 1;

export function parseModel(options: ModelOptions): ModelParameters {
  const defaults = DEFAULT_PARAMETERS;
  return {
    model: oneOf("model", options.model, MODELS),
    lookback: parseSpan("lookback", options.lookback),
    halfLife: parseSpan("half-life", options.halfLife) ?? defaults.halfLife,
    position: oneOf("position", options.position ?? defaults.position, ["u", "w"]),
    within: oneOf("within", options.within ?? defaults.within, TOUCH_MODELS),
    by: oneOf("by", options.by ?? defaults.by, PLAYERS),
    order: oneOf("order", options.order ?? "1", ["1", "2"]) === "1" ? 1 : 2,
    game: oneOf("game", options.game ?? defaults.game, ["conversions", "rate"]),
    period: parseSpan("every", options.every),
  };
}

/** The one of the names that an option gives. */
export function oneOf<Name extends string>(
  option: string,
  text: string,
  allowed: readonly Name[],
): Name {
  const found = allowed.find((name) => name === text);
  if (found !== undefined) return found;
  throw new TributaryError(`The option --${option} is not understood.`, {
    found: `"${text}"`,
    allowed: listOf(allowed),
    todo: "Correct it and run this again.",
  });
}

function parseSpan(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = parseDuration(text);
  if (seconds !== undefined && seconds <= MOST_SECONDS) return seconds;
  throw new TributaryError(`The option --${option} is not understood.`, {
    found: `"${text}"`,
    allowed: "days or hours such as 30d or 12h, up to 24855d",
    todo: "Correct it and run this again.",
  });
}
