import { MODELS, SQL_MODELS } from "../../attribution/models/ModelParameters.ts";
import { TOUCH_OPTIONS } from "../../attribution/models/TOUCH_MODELS.ts";
import { alternatives } from "../alternatives.ts";
import { text } from "./options.ts";

/** Those of every model that is one query. */
const SHARED = [
  text("lookback", "How long before a sale a touch counts, such as 30d; all by default"),
  ...TOUCH_OPTIONS.map(({ name, description }) => text(name, description)),
  text("within", "roles: the model among the touches of a role; linear by default"),
] as const;

export const SQL_MODEL_OPTIONS = [
  text("model", alternatives(SQL_MODELS)),
  text("engine", "clickhouse (the default) or duckdb"),
  ...SHARED,
] as const;

export const MODEL_OPTIONS = [
  text("model", alternatives(MODELS)),
  ...SHARED,
  text("by", "markov, shapley: whose weights, partner (the default) or channel"),
  text("order", "markov: 1 (the default) or 2 touches that a step depends on"),
  text("game", "shapley: conversions (the default) or rate"),
  text("every", "markov, shapley: weights for each such period, as 30d; for all by default"),
] as const;
