/** The lesser of two amounts. */
export function lesser(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}
