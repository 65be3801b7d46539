/** What customers did, by customer and time. */
interface Timeline {
  readonly customers: Int32Array;
  readonly seconds: Uint32Array;
}

/** The touches that count for each sale: `starts ≤ index < ends`. */
interface Paths {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/**
 * Finds the touches of each sale: those of its customer up to its second, from just after the start of the look-back.
 * @param lookback Seconds; undefined where all earlier touches count.
 */
export function findPaths(
  touches: Timeline,
  sales: Timeline,
  lookback = Number.POSITIVE_INFINITY,
): Paths {
  const starts = new Int32Array(sales.customers.length);
  const ends = new Int32Array(sales.customers.length);
  let [start, end] = [0, 0];
  for (let sale = 0; sale < starts.length; sale += 1) {
    const customer = sales.customers[sale] as number;
    const time = sales.seconds[sale] as number;
    const isOfEarlier = (index: number) => (touches.customers[index] as number) < customer;
    while (isOfEarlier(end)) end += 1;
    while (touches.customers[end] === customer && (touches.seconds[end] as number) <= time)
      end += 1;
    while (
      start < end &&
      (isOfEarlier(start) || (touches.seconds[start] as number) <= time - lookback)
    )
      start += 1;
    starts[sale] = start;
    ends[sale] = end;
  }
  return { starts, ends };
}
