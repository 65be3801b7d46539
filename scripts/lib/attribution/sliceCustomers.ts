/** Touches that are ordered and shared together, more or less: so many stay near the processor. */
const TOUCHES = 1 << 22;
/** A slice costs one more look at the customers of all touches. */
const MOST_SLICES = 64;

/** Customers by their numbers, from and below. */
export type Slice = readonly [from: number, to: number];

/** Cuts the customers into slices. Every customer stands by itself, so the cuts change no result. */
export function sliceCustomers(customers: number, touches: number): Slice[] {
  const count = Math.max(1, Math.min(MOST_SLICES, Math.ceil(touches / TOUCHES), customers));
  return Array.from({ length: count }, (_, slice) => [
    Math.floor((customers * slice) / count),
    Math.floor((customers * (slice + 1)) / count),
  ]);
}
