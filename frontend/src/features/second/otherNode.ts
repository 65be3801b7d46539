import { hostOf } from "../../lib/site/hostOf";
import type { ListedChain } from "../../lib/site/SiteList";

/** Whom to ask as well: the site's second node, or its first where the page reads from a node that only the link names. */
export function otherNode(listed: ListedChain | undefined, rpcUrl: string): string | undefined {
  if (listed === undefined) return undefined;
  const { second, nodes } = listed;
  const isOwn = nodes.includes(rpcUrl);
  const candidates = [second, ...(isOwn ? [] : nodes)];
  // Of one host both would say the same.
  return candidates.find((one) => one !== undefined && hostOf(one) !== hostOf(rpcUrl));
}
