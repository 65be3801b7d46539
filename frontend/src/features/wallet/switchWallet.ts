import { createClient, custom, type EIP1193Provider } from "viem";
import { switchChain } from "viem/actions";
import type { Connector } from "wagmi";

/**
 * Asks a wallet to go to a chain that it knows, and adds none: of a chain that the site does not list it could be told of a stranger's node
 * alone.
 */
export async function switchWallet(connector: Connector, id: number): Promise<void> {
  const provider = await connector.getProvider();
  if (!isProvider(provider)) throw new TypeError("The wallet does not take questions.");
  await switchChain(createClient({ transport: custom(provider) }), { id });
}

function isProvider(value: unknown): value is EIP1193Provider {
  return typeof value === "object" && value !== null && "request" in value;
}
