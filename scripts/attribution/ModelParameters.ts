/** Models that share one sale among its touches, by nothing else than their order and times. */
export const TOUCH_MODELS = ["first", "last", "linear", "time-decay", "position"] as const;
export type TouchModel = (typeof TOUCH_MODELS)[number];

export const MODELS = [...TOUCH_MODELS, "roles", "markov", "shapley"] as const;
type Model = (typeof MODELS)[number];

/** Who the players of markov and shapley are: what their weights belong to. */
export const PLAYERS = ["partner", "channel"] as const;
type Player = (typeof PLAYERS)[number];

/** A model with all that it depends on: the same parameters and files give the same weights on every machine. */
export interface ModelParameters {
  readonly model: Model;
  /** Seconds before a sale from which touches count; undefined where all earlier ones do. */
  readonly lookback: number | undefined;
  /** time-decay: seconds in which a touch loses half its weight. */
  readonly halfLife: number;
  /** position: 40/20/40 with the middle shared, or 30/30/30 for first, middle and last with 10 for the others. */
  readonly position: "u" | "w";
  /** roles: how the touches of one role share it. */
  readonly within: TouchModel;
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
  lookback: undefined,
  halfLife: 7 * 86_400,
  position: "u",
  within: "linear",
  by: "partner",
  order: 1,
  game: "conversions",
  period: undefined,
};
