import { NodeMismatchError } from "../../lib/site/NodeMismatchError";
import { openReader } from "../../lib/site/openReader";
import type { Site } from "../../lib/site/Site";
import { checkIdentity } from "./checkIdentity";

/** The node that the page reads from. */
export interface FoundNode {
  readonly url: string;
  readonly chainId: number;
}

/** The first of the site's nodes that answers, if it is of the right chain. */
export async function findNode(site: Site): Promise<FoundNode> {
  let failure: unknown = new TypeError("The site has no node.");
  for (const url of site.nodes) {
    try {
      const client = openReader(url);
      return { url, chainId: await checkIdentity(client, url, site) };
    } catch (error) {
      // One that is of another chain is not passed over: the list or the link is wrong, or somebody lies.
      if (error instanceof NodeMismatchError) throw error;
      failure = error;
    }
  }
  throw failure;
}
