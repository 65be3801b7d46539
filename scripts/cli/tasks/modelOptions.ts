import { text } from "./options.ts";

export const MODEL = text(
  "model",
  "first, last, linear, time-decay, position, roles, markov or shapley",
);
export const LOOKBACK = text(
  "lookback",
  "How long before a sale a touch counts, such as 30d; all by default",
);
export const HALF_LIFE = text(
  "halfLife",
  "time-decay: when a touch has lost half its weight; 7d by default",
);
export const POSITION = text("position", "position: u (40/20/40, the default) or w (30/30/30/10)");
export const WITHIN = text(
  "within",
  "roles: the model among the touches of a role; linear by default",
);
export const BY = text("by", "markov, shapley: whose weights, partner (the default) or channel");
export const ORDER = text("order", "markov: 1 (the default) or 2 touches that a step depends on");
export const GAME = text("game", "shapley: conversions (the default) or rate");
export const EVERY = text(
  "every",
  "markov, shapley: weights for each such period, as 30d; for all by default",
);
