import { createPublicClient, custom } from "viem";
import type { Chain } from "../../../scripts/chain/openChain.ts";

/** A chain as a node shows it that gives so many blocks' logs at once, and tells how much it was asked. */
export interface LimitedNode {
  readonly chain: Chain;
  /** Requests so far, of whatever kind. */
  requests(): number;
  /** How many of them it refused. */
  refused(): number;
}

interface LogsQuery {
  readonly fromBlock: string;
  readonly toBlock: string;
}

export function limitNode(chain: Chain, blocks: number): LimitedNode {
  let requests = 0;
  let refused = 0;
  const transport = custom(
    {
      request: async ({ method, params }: { method: string; params?: unknown }) => {
        requests += 1;
        if (method === "eth_getLogs") {
          const [{ fromBlock, toBlock }] = params as [LogsQuery];
          if (Number(toBlock) - Number(fromBlock) >= blocks) {
            refused += 1;
            throw new Error(`eth_getLogs is limited to a ${blocks} block range`);
          }
        }
        return chain.connection.provider.request({ method, params: params as unknown[] });
      },
    },
    { retryCount: 0 },
  );
  const client = createPublicClient({ chain: chain.client.chain, transport, cacheTime: 0 });
  return {
    chain: { ...chain, client },
    requests: () => requests,
    refused: () => refused,
  };
}
