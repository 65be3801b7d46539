import type { PathBatch } from "./readPaths.ts";

/** Goes over the sales of a batch: each has the touches `from ≤ index < to`. */
export function eachSale(
  { touches: { sales }, length }: PathBatch,
  tell: (sale: number, from: number, to: number) => void,
): void {
  for (let from = 0; from < length; ) {
    const sale = sales[from] as number;
    let to = from + 1;
    while (to < length && sales[to] === sale) to += 1;
    tell(sale, from, to);
    from = to;
  }
}
