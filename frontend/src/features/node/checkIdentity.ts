import { BaseError, type PublicClient } from "viem";
import { hostOf } from "../../lib/site/hostOf";
import { NodeMismatchError } from "../../lib/site/NodeMismatchError";
import type { Site } from "../../lib/site/Site";
import type { ListedChain } from "../../lib/site/SiteList";

type Reader = Pick<PublicClient, "getChainId" | "getBlock">;

/** Asks a node which chain it is of, and refuses one that is not of the chain that it should be. Returns the chain's id. */
export async function checkIdentity(client: Reader, url: string, site: Site): Promise<number> {
  const found = await client.getChainId();
  if (site.chainId !== undefined && site.chainId !== found) {
    const says = site.chain?.id === site.chainId ? "this site lists it for" : "the link is about";
    throw new NodeMismatchError(
      `The node at ${hostOf(url)} says that it is of chain ${found}, and ${says} chain ${site.chainId}. Nothing of it is shown; use a node of chain ${site.chainId}.`,
    );
  }
  const listed = site.chain ?? site.list.chains.find(({ id }) => id === found);
  if (listed !== undefined) await checkGenesis(client, url, listed, found);
  return found;
}

async function checkGenesis(
  client: Reader,
  url: string,
  { genesis }: ListedChain,
  chainId: number,
): Promise<void> {
  if (genesis === undefined) return;
  const found = await firstBlockOf(client);
  if (found === genesis) return;
  const says =
    found === undefined ? "does not tell its first block" : `says that its first block is ${found}`;
  throw new NodeMismatchError(
    `The node at ${hostOf(url)} says that it is of chain ${chainId}, but ${says}; this site knows that chain by the first block ${genesis}. Nothing of it is shown: it is a node of another chain, or it lies.`,
  );
}

/** Undefined where the node answers that it has none. */
async function firstBlockOf(client: Reader): Promise<string | undefined> {
  try {
    return (await client.getBlock({ blockNumber: 0n })).hash;
  } catch (error) {
    if (error instanceof BaseError && error.name === "BlockNotFoundError") return undefined;
    throw error;
  }
}
