/** The highest number of a partner or a pool: 20 bits. */
export const MOST_NUMBER = 0xfffff;
export const MOST_KINDS = 16;
export const MOST_ROLES = 16;
export const MOST_CURRENCIES = 8;
export const MOST_LANES = 16;
/** Of one sale. */
export const MOST_LINES = 33;
