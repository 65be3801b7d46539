import type { Address } from "viem";
import { openReader } from "../../lib/site/openReader";
import type { ListedChain } from "../../lib/site/SiteList";

interface FoundChains {
  /** Those that have a contract at the address. */
  readonly found: readonly ListedChain[];
  /** Those whose node did not answer. */
  readonly silent: readonly ListedChain[];
}

/** On which of the site's chains there is a contract at an address. */
export async function findChains(
  chains: readonly ListedChain[],
  address: Address,
): Promise<FoundChains> {
  const answers = await Promise.all(
    chains.map(async (chain) => ({ chain, has: await hasCode(chain, address) })),
  );
  const of = (wanted: boolean | undefined): ListedChain[] =>
    answers.filter(({ has }) => has === wanted).map(({ chain }) => chain);
  return { found: of(true), silent: of(undefined) };
}

/** By the first node that answers; undefined where none does. */
async function hasCode({ nodes }: ListedChain, address: Address): Promise<boolean | undefined> {
  for (const node of nodes) {
    try {
      const client = openReader(node);
      return (await client.getCode({ address })) !== undefined;
    } catch {
      // The next one may answer.
    }
  }
  return undefined;
}
