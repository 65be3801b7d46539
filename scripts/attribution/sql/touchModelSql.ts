import type { Dialect } from "../models/Dialect.ts";
import type { ModelParameters } from "../models/ModelParameters.ts";
import { TOUCH_MODELS, type TouchModelName } from "../models/TOUCH_MODELS.ts";
import { WEIGHT } from "../models/WEIGHT.ts";

/** A touch model, or roles that each share by one, with its parameters. */
export type SqlModel = Omit<ModelParameters, "model"> & {
  readonly model: TouchModelName | "roles";
};

/**
 * A touch model as SQL that every engine understands: common table expressions, joins, row_number, sum and count OVER, CASE,
 * GROUP BY, and the dialect's macros. It reads
 *
 * - `touchpoints(customer_id, partner, role, seconds, place)`: UTC seconds, `place` to order those of one second
 * - `sales(sale_id, customer_id, currency, amount, seconds)`: amounts in the smallest unit
 * - `decay(step, coarse, fine, divisor)`, see `decayRowsSql`, where the model decays
 *
 * and gives `sale_id, partner, role, currency, amount, weight`, a row for each touch: the same weights as the kernel to the last unit.
 */
export function touchModelSql(parameters: SqlModel, dialect: Dialect): string {
  const { model, lookback } = parameters;
  const one = model === "roles" ? "sale_id, role" : "sale_id";
  const shared = TOUCH_MODELS[model === "roles" ? parameters.within : model];
  const steps = shared.stepsSql?.(parameters, one, dialect);
  const since = lookback === undefined ? "" : `\n    AND s.seconds - t.seconds < ${lookback}`;
  return `WITH touched AS (
  SELECT s.sale_id AS sale_id, s.currency AS currency, s.amount AS amount, t.partner AS partner, t.role AS role,
    s.seconds - t.seconds AS age, t.place AS place
  FROM touchpoints t JOIN sales s ON s.customer_id = t.customer_id
  WHERE t.seconds <= s.seconds${since}
), path AS (
  SELECT sale_id, currency, amount, partner, role, age,
    row_number() OVER (PARTITION BY ${one} ORDER BY age DESC, place) AS number,
    count(*) OVER (PARTITION BY ${one}) AS length
  FROM touched
), ${steps === undefined ? "" : `${steps.sql}, `}parted AS (
  SELECT sale_id, currency, amount, partner, role, number,
    ${shared.partSql(parameters, dialect)} AS part
  FROM ${steps?.last ?? "path"}
), summed AS (
  SELECT sale_id, currency, amount, partner, role, number, part * ${WEIGHT} AS product,
    sum(part) OVER (PARTITION BY ${one}) AS parts
  FROM parted
), floored AS (
  SELECT sale_id, currency, amount, partner, role, number,
    ${dialect.divide("product", "parts")} AS share, ${dialect.remainder("product", "parts")} AS rest
  FROM summed
), ranked AS (
  SELECT sale_id, currency, amount, partner, role, share,
    ${WEIGHT} - sum(share) OVER (PARTITION BY ${one}) AS units,
    row_number() OVER (PARTITION BY ${one} ORDER BY rest DESC, number) AS turn
  FROM floored
)
SELECT sale_id, partner, role, currency, amount,
  share + CASE WHEN turn <= units THEN 1 ELSE 0 END AS weight
FROM ranked`;
}
