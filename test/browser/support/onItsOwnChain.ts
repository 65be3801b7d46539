import { createTestClient, http, publicActions, walletActions } from "viem";
import { hardhat } from "viem/chains";
import type { World } from "./World.ts";

export type TestChain = ReturnType<typeof chainOf>;

/** Puts the chain back as it was, for the tests after. */
export async function onItsOwnChain(
  world: World,
  body: (chain: TestChain) => Promise<void>,
): Promise<void> {
  const chain = chainOf(world);
  const id = await chain.snapshot();
  try {
    await body(chain);
  } finally {
    await chain.revert({ id });
  }
}

function chainOf(world: World) {
  return createTestClient({
    chain: hardhat,
    mode: "hardhat",
    transport: http(world.rpcUrl),
    cacheTime: 0,
  })
    .extend(publicActions)
    .extend(walletActions);
}
