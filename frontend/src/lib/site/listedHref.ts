/** The same page through a node that the site lists: the link without its node and its explorer. */
export function listedHref({ search, hash }: Pick<Location, "search" | "hash">): string {
  const query = new URLSearchParams(search);
  query.delete("rpc");
  query.delete("explorer");
  return `?${query}${hash}`;
}
