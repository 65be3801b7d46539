import { hardhat } from "viem/chains";
import type { World } from "./World.ts";

/** What the browser tests' site lists: its chain, so that its node needs no consent, and no program. */
export function listOf({ rpcUrl, token, factory, planFactory }: World) {
  const chain = {
    ...{ id: hardhat.id, nodes: [rpcUrl] },
    tokens: [{ address: token, symbol: "USDC" }],
    factories: [factory, planFactory],
  };
  return { chains: [chain], programs: [] };
}
