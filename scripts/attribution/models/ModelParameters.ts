import {
  readTouchParameters,
  TOUCH_MODEL_NAMES,
  type TouchModelName,
  type TouchParameters,
} from "./TOUCH_MODELS.ts";

type Model = TouchModelName | "roles" | "markov" | "shapley";
/** Models that are one query in SQL. */
export const SQL_MODELS: readonly Model[] = [...TOUCH_MODEL_NAMES, "roles"];
export const MODELS: readonly Model[] = [...SQL_MODELS, "markov", "shapley"];

/** Who the players of markov and shapley are: what their weights belong to. */
export const PLAYERS = ["partner", "channel"] as const;
type Player = (typeof PLAYERS)[number];

/** A model with all that it depends on: the same parameters and files give the same weights on every machine. */
export interface ModelParameters extends TouchParameters {
  readonly model: Model;
  /** Seconds before a sale from which touches count; undefined where all earlier ones do. */
  readonly lookback: number | undefined;
  /** roles: how the touches of one role share it. */
  readonly within: TouchModelName;
  /** markov and shapley. */
  readonly by: Player;
  /** markov: whether a step depends on the touch before it, or on the two before it. */
  readonly order: 1 | 2;
  /** shapley: what a coalition is worth. */
  readonly game: "conversions" | "rate";
  /** markov, and shapley's game of rates: seconds for which weights are worked out together; undefined for all at once. */
  readonly period: number | undefined;
}

export const DEFAULT_PARAMETERS: Omit<ModelParameters, "model"> = {
  ...readTouchParameters({}),
  lookback: undefined,
  within: "linear",
  by: "partner",
  order: 1,
  game: "conversions",
  period: undefined,
};
