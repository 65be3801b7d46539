import type { Hex } from "viem";
import { TributaryError } from "../../../core/TributaryError.ts";
import { answerOf } from "../answerOf.ts";
import type { Chain } from "../openChain.ts";

/** Nothing but what every chain knows: STOP. */
const PLAIN: Hex = "0x00";
/** PUSH0 (EIP-3855), MCOPY (EIP-5656), PUSH0, TLOAD (EIP-1153), STOP. */
const CANCUN: Hex = "0x5f5f5f5e5f5c00";

/** Refuses a chain whose contracts cannot do what Tributary's do: it runs code that every chain knows, but none of Cancun's. */
export async function refuseOldFork({ client, networkName, chainId }: Chain): Promise<void> {
  const runs = async (data: Hex) => (await answerOf(client.call({ data }))) !== undefined;
  if ((await runs(CANCUN)) || !(await runs(PLAIN))) return;
  throw new TributaryError(
    `The network "${networkName}" (chain ${chainId}) lacks opcodes that the contracts are made of.`,
    {
      found: "a chain without PUSH0, MCOPY or transient storage",
      allowed: "one that has had the hard fork Cancun, or has its opcodes",
      todo: "Choose another chain; docs/terms.md names some that have them.",
    },
  );
}
