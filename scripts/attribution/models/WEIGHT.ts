/** What the weights of one sale add up to; so do those of one period. */
export const WEIGHT = 1_000_000;
