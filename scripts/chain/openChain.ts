import { setImmediate } from "node:timers/promises";
import type { ChainType, NetworkConnection } from "hardhat/types/network";
import {
  type Address,
  createPublicClient,
  createWalletClient,
  custom,
  defineChain,
  getAddress,
  type PublicClient,
  type WalletClient,
} from "viem";
import { TributaryError } from "../../core/TributaryError.ts";
import { askAgain } from "./askAgain.ts";
import { isLost } from "./isLost.ts";
import type { Recording } from "./recording/Recording.ts";

type Connection = NetworkConnection<ChainType | string>;
type Provider = Pick<Connection["provider"], "request">;

/** The chain that a command works on. */
export interface Chain {
  readonly connection: Connection;
  readonly networkName: string;
  readonly chainId: number;
  /** Tells apart runs of a development chain; undefined on real chains. */
  readonly instance: string | undefined;
  readonly client: PublicClient;
  readonly wallet: WalletClient;
  /** What is written down instead of being sent, where that is so. */
  readonly recording?: Recording;
}

/** Opens the chain behind a Hardhat connection. Fails clearly where nothing answers. */
export async function openChain(connection: Connection): Promise<Chain> {
  const provider = patient(connection);
  const chainId = Number(await provider.request({ method: "eth_chainId" }));
  const instance = await instanceOf(provider);
  const transport = custom(provider, { retryCount: 0 });
  const chain = defineChain({
    id: chainId,
    name: connection.networkName,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [] } },
  });
  const parameters = { chain, transport, pollingInterval: instance === undefined ? 1_000 : 20 };
  return {
    connection,
    networkName: connection.networkName,
    chainId,
    instance,
    client: createPublicClient({ ...parameters, cacheTime: 0 }),
    wallet: createWalletClient(parameters),
  };
}

/**
 * Asks again where an answer is lost, but never sends a transaction twice: without a nonce it would be another one.
 *
 * Long work keeps the event loop from seeing that a node has closed an idle connection, and the next request would fail on
 * it. So each request first lets the loop look once: what is under way, then what has arrived since.
 */
function patient({ provider }: Connection): Provider {
  return {
    request: async (call) => {
      await setImmediate();
      await setImmediate();
      const send = () => provider.request(call);
      return call.method.startsWith("eth_send") ? send() : askAgain(send);
    },
  };
}

/** The account that signs: the one that was asked for, or the network's first. */
export async function accountOf(chain: Chain, from: string | undefined): Promise<Address> {
  const accounts = await chain.wallet.getAddresses();
  if (from === undefined) {
    const [first] = accounts;
    if (first === undefined) {
      throw new TributaryError(`No account is set up for the network "${chain.networkName}".`, {
        todo: "Add one to its `accounts` in hardhat.config.ts; `npx hardhat keystore set` keeps its key encrypted.",
      });
    }
    return getAddress(first);
  }
  const found = accounts.find((account) => account.toLowerCase() === from.toLowerCase());
  if (found !== undefined) return getAddress(found);
  throw new TributaryError(`The network "${chain.networkName}" has no account ${from}.`, {
    allowed: accounts.length === 0 ? "none is set up" : accounts.slice(0, 5).join(", "),
    todo: "Give one of its accounts with --from, or leave it out. What a Safe or another contract is to do --safe or --calldata hands out, without a key.",
  });
}

async function instanceOf(provider: Provider): Promise<string | undefined> {
  try {
    const metadata = await provider.request({ method: "hardhat_metadata" });
    const { instanceId } = metadata as { instanceId?: unknown };
    return typeof instanceId === "string" ? instanceId.replace(/^0x/, "").slice(0, 12) : undefined;
  } catch (error) {
    if (isLost(error)) throw error;
    // A real chain does not know this method.
    return undefined;
  }
}
