import { isAddressEqual } from "viem";
import { LinkError } from "./LinkError";
import type { Site, SiteQuery } from "./Site";
import type { ListedChain, ListedProgram, SiteList } from "./SiteList";

const UNLISTED = { name: undefined, history: undefined, creation: undefined };

/**
 * What to show and through which node. A node that the site lists goes without asking; the link's own is marked as foreign. Nothing where
 * neither the link nor the list says which chain it is about.
 */
export function chooseSite(query: SiteQuery, list: SiteList): Site | undefined {
  const { rpcUrl, explorer } = query;
  const known = rpcUrl === undefined ? chainOf(query, list) : chainOfNode(query, rpcUrl, list);
  if (known === undefined && rpcUrl === undefined) return undefined;
  const isForeign = rpcUrl !== undefined && !isListed(known, rpcUrl);
  return {
    ...{ list, explorer, isForeign, chain: known },
    chainId: query.chainId ?? known?.id,
    nodes: rpcUrl === undefined ? (known?.nodes ?? []) : [rpcUrl],
    programs: programsOf(query, list, known),
  };
}

function chainOf({ chainId, program }: SiteQuery, list: SiteList): ListedChain | undefined {
  const { chains, programs } = list;
  if (chainId !== undefined) {
    const chain = chains.find(({ id }) => id === chainId);
    if (chain !== undefined || chains.length === 0) return chain;
    const ids = chains.map(({ id }) => id ?? "of its node").join(", ");
    throw new LinkError(
      `“chain” is ${chainId}, which this site does not list; it lists ${ids}. Ask for a link to a site that does, or name a node of your own below.`,
    );
  }
  const listed = programs.filter((one) => program && isAddressEqual(one.address, program));
  const [first] = program === undefined ? programs : listed;
  if (first !== undefined) return chains.find(({ id }) => id === first.chainId);
  // Who asks for a program that is not listed has to say where it is, unless there is one chain only.
  return program === undefined || chains.length === 1 ? chains[0] : undefined;
}

function chainOfNode(
  { chainId }: SiteQuery,
  rpcUrl: string,
  { chains }: SiteList,
): ListedChain | undefined {
  return (
    chains.find((chain) => isListed(chain, rpcUrl)) ??
    chains.find(({ id }) => id !== undefined && id === chainId)
  );
}

function isListed(chain: ListedChain | undefined, rpcUrl: string): boolean {
  return chain !== undefined && (chain.nodes.includes(rpcUrl) || chain.second === rpcUrl);
}

function programsOf(
  { program }: SiteQuery,
  { programs }: SiteList,
  chain: ListedChain | undefined,
): readonly ListedProgram[] {
  if (program === undefined) {
    return chain === undefined ? [] : programs.filter(({ chainId }) => chainId === chain.id);
  }
  const listed = programs.filter(({ address }) => isAddressEqual(address, program));
  const own = chain && listed.find(({ chainId }) => chainId === chain.id);
  return [own ?? { ...UNLISTED, address: program, chainId: chain?.id }];
}
