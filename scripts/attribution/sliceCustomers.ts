/** Touches that are ordered and shared together where memory is not capped, more or less. */
const TOUCHES = 1 << 22;
/** Bytes of a cap for each of them: two slices are held at once, in the database and here. */
const BYTES = 512;
/** A slice costs one more look at the customers of all touches. */
const MOST_SLICES = 64;

/** Customers by their numbers, from and below. */
export type Slice = readonly [from: number, to: number];

/**
 * Cuts the customers into slices. Every customer stands by itself, so the cuts change no result.
 * @param memory The most that the process may take, in bytes.
 */
export function sliceCustomers(customers: number, touches: number, memory?: number): Slice[] {
  const most = memory === undefined ? TOUCHES : Math.max(1, Math.floor(memory / BYTES));
  const count = Math.max(1, Math.min(MOST_SLICES, Math.ceil(touches / most), customers));
  return Array.from({ length: count }, (_, slice) => [
    Math.floor((customers * slice) / count),
    Math.floor((customers * (slice + 1)) / count),
  ]);
}
