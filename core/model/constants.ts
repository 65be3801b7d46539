/** The whole, in parts per million. */
export const WHOLE = 1_000_000n;

/** The same where rates are multiplied, which stay well below 2^53. */
export const ONE = 1_000_000;

/** Seconds of a year, as tenure and standing lines count it. */
export const YEAR = 365 * 24 * 60 * 60;

/** A program's base rate of a role on a kind it earns nothing on. */
export const NOT_PAID = 0xff_ff_ff;

/** A program's residual role where the residual is the operator's. */
export const NO_ROLE = 0xff;
