import type { Dialect } from "../models/Dialect.ts";

export const ENGINES = ["duckdb", "clickhouse"] as const;
export type Engine = (typeof ENGINES)[number];

export const DIALECTS: Readonly<Record<Engine, Dialect>> = {
  // `/` would be floating point; sums are HUGEINT of themselves, and fail where they overflow.
  duckdb: {
    divide: (dividend, divisor) => `((${dividend}) // (${divisor}))`,
    remainder: (dividend, divisor) => `((${dividend}) % (${divisor}))`,
    wide: (value) => `CAST(${value} AS HUGEINT)`,
  },
  // Sums keep the type of what they add up, and wrap without a word: so amounts are wide before they are summed.
  clickhouse: {
    divide: (dividend, divisor) => `intDiv(${dividend}, ${divisor})`,
    remainder: (dividend, divisor) => `modulo(${dividend}, ${divisor})`,
    wide: (value) => `toInt256(${value})`,
  },
};
