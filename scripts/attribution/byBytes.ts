/** The order of two texts by their bytes, which is DuckDB's, and the same everywhere. */
export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
