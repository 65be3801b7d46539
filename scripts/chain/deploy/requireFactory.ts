import type { Address } from "viem";
import { TributaryError } from "../../../core/TributaryError.ts";
import type { Chain } from "../openChain.ts";
import { findFactory } from "./findFactory.ts";

/** The factory by which somebody else is to create a program or a plan. */
export async function requireFactory(
  chain: Chain,
  ignitionFolder: string,
  of: "program" | "plan",
): Promise<Address> {
  const factory = await findFactory(chain, ignitionFolder, of);
  if (factory !== undefined) return factory;
  throw new TributaryError(
    `What all ${of}s share is not deployed on the network "${chain.networkName}" yet, and a Safe creates no contracts.`,
    {
      todo: `Deploy once from an account with a key: it has no power in a ${of} that names others. Later ${of}s can then be handed out.`,
    },
  );
}
