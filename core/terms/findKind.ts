/** The index of a sale's kind: the one for its class of products, where the terms know such a kind. Below 0 if none. */
export function findKind(kinds: readonly string[], kind: string, product: string): number {
  const own = kinds.indexOf(`${kind}/${product}`);
  return own < 0 ? kinds.indexOf(kind) : own;
}
