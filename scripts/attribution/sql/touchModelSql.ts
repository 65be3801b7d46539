import { DECAY_STEPS, MOST_HALVINGS } from "../decayTable.ts";
import type { ModelParameters, TouchModel } from "../ModelParameters.ts";
import { WEIGHT } from "../WEIGHT.ts";
import type { Dialect } from "./Dialect.ts";

export type TouchParameters = Pick<
  ModelParameters,
  "lookback" | "halfLife" | "position" | "within"
> & {
  readonly model: TouchModel | "roles";
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
export function touchModelSql(parameters: TouchParameters, dialect: Dialect): string {
  const { model, lookback } = parameters;
  const one = model === "roles" ? "sale_id, role" : "sale_id";
  const shared = model === "roles" ? parameters.within : model;
  const since = lookback === undefined ? "" : `\n    AND s.seconds - t.seconds < ${lookback}`;
  const decays = shared === "time-decay";
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
), ${decays ? `${decaySql(one, parameters.halfLife, dialect)}, ` : ""}parted AS (
  SELECT sale_id, currency, amount, partner, role, number,
    ${partSql(shared, parameters.position, dialect)} AS part
  FROM ${decays ? "decayed" : "path"}
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

function partSql(model: TouchModel, position: "u" | "w", dialect: Dialect): string {
  switch (model) {
    case "first":
      return "CASE WHEN number = 1 THEN 1 ELSE 0 END";
    case "last":
      return "CASE WHEN number = length THEN 1 ELSE 0 END";
    case "linear":
      return "1";
    case "time-decay":
      return dialect.divide("coarse * fine", "divisor");
    case "position":
      return position === "u"
        ? "CASE WHEN length <= 2 THEN 1 WHEN number = 1 OR number = length THEN 2 * (length - 2) ELSE 1 END"
        : `CASE WHEN length <= 3 THEN 1 WHEN number = 1 OR number = length OR number = ${dialect.divide("length + 1", "2")}
      THEN 3 * (length - 3) ELSE 1 END`;
  }
}

/** Looks the factors of each touch up. Ages count from the last touch, whose part is the whole. */
function decaySql(one: string, halfLife: number, { divide, remainder }: Dialect): string {
  const step = divide(
    `${remainder("past", String(halfLife))} * ${DECAY_STEPS ** 2}`,
    String(halfLife),
  );
  return `aged AS (
  SELECT sale_id, currency, amount, partner, role, number, length,
    age - sum(CASE WHEN number = length THEN age ELSE 0 END) OVER (PARTITION BY ${one}) AS past
  FROM path
), stepped AS (
  SELECT sale_id, currency, amount, partner, role, number, length,
    ${divide("past", String(halfLife))} AS halvings, ${step} AS step
  FROM aged
), decayed AS (
  SELECT p.sale_id AS sale_id, p.currency AS currency, p.amount AS amount, p.partner AS partner, p.role AS role,
    p.number AS number, p.length AS length, c.coarse AS coarse, f.fine AS fine, d.divisor AS divisor
  FROM (
    SELECT sale_id, currency, amount, partner, role, number, length, ${divide("step", String(DECAY_STEPS))} AS high,
      ${remainder("step", String(DECAY_STEPS))} AS low,
      CASE WHEN halvings > ${MOST_HALVINGS} THEN ${MOST_HALVINGS + 1} ELSE halvings END AS times
    FROM stepped
  ) p
  JOIN decay c ON c.step = p.high
  JOIN decay f ON f.step = p.low
  JOIN decay d ON d.step = p.times
)`;
}
