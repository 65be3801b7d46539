/** Parts per million: a million is the whole. */
export type Ppm = number;

/** 100 % in parts per million. Rates that are multiplied stay well below 2^53. */
export const ONE = 1_000_000;

/** The same beside amounts. */
export const WHOLE = 1_000_000n;
