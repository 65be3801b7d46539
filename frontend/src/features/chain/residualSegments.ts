/** Segments of time that one claim of the residual settles: years of 30-day periods, well within one transaction. */
export const RESIDUAL_SEGMENTS = 100n;
