/** What joining and sorting takes of a touch, as measured, with something to spare. */
const BYTES_PER_TOUCH = 64;
/** A slice of the sales costs one more reading of the touches. */
const MOST_SLICES = 256;

/** Sales by their places in the file, from and below. */
export type Slice = readonly [from: number, to: number];

/**
 * Cuts the sales so that each slice fits the database's memory. Every sale stands by itself, so the cuts change no result.
 * @param limit The database's memory; undefined where it is left to itself.
 */
export function sliceSales(sales: number, touches: number, limit: number | undefined): Slice[] {
  const wanted = limit === undefined ? 1 : Math.ceil((touches * BYTES_PER_TOUCH) / limit);
  const count = Math.max(1, Math.min(MOST_SLICES, wanted, sales));
  return Array.from({ length: count }, (_, slice) => [
    Math.floor((sales * slice) / count),
    Math.floor((sales * (slice + 1)) / count),
  ]);
}
