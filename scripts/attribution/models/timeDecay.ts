import type { Dialect } from "./Dialect.ts";
import { DECAY_STEPS, MOST_HALVINGS } from "./decayTable.ts";
import { readSpan } from "./readSpan.ts";
import { shareByDecay } from "./shareByDecay.ts";
import type { SqlSteps, TouchModel } from "./TouchModel.ts";

interface HalfLife {
  /** Seconds in which a touch loses half its weight. */
  readonly halfLife: number;
}

export const timeDecay: TouchModel<HalfLife, "halfLife"> = {
  parts: {
    "time-decay":
      "2^(−age ÷ half-life), age counted from the path's last touch, which leaves the proportions as they are",
  },
  options: [
    {
      name: "halfLife",
      description: "time-decay: when a touch has lost half its weight; 7d by default",
    },
  ],
  read: ({ halfLife }) => ({ halfLife: readSpan("half-life", halfLife) ?? 7 * 86_400 }),
  share: ({ halfLife }) => shareByDecay(halfLife),
  partSql: (_own, { divide }) => divide("coarse * fine", "divisor"),
  stepsSql,
};

/** Looks the factors of each touch up. Ages count from the last touch, whose part is the whole. */
function stepsSql({ halfLife }: HalfLife, one: string, { divide, remainder }: Dialect): SqlSteps {
  const step = divide(
    `${remainder("past", String(halfLife))} * ${DECAY_STEPS ** 2}`,
    String(halfLife),
  );
  const sql = `aged AS (
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
  return { sql, last: "decayed" };
}
