const CURRENCIES = 8;
const KINDS = 16;

/** One number for a kind and currency in the segment that begins at `start`. */
export function bucketKey(currency: number, kind: number, start: number): number {
  return (start * CURRENCIES + currency) * KINDS + kind;
}
