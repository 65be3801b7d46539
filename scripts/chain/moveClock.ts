import { TributaryError } from "../../core/TributaryError.ts";
import type { Chain } from "./openChain.ts";

/** Refuses a chain whose clock nobody can move. */
export function refuseRealClock({ instance, networkName }: Chain): void {
  if (instance !== undefined) return;
  throw new TributaryError(`The clock of the network "${networkName}" cannot be moved.`, {
    todo: "Leave --clock out: it is for development chains.",
  });
}

/** Mines an empty block at a time, where that lies ahead. */
export async function moveClock(chain: Chain, time: number): Promise<void> {
  const { timestamp } = await chain.client.getBlock();
  if (timestamp >= BigInt(time)) return;
  await setNextBlockTime(chain, time);
  await chain.connection.provider.request({ method: "evm_mine", params: [] });
}

/** Makes the next block be of a time, where that lies ahead. */
export async function setNextBlockTime(chain: Chain, time: number): Promise<void> {
  const { timestamp } = await chain.client.getBlock();
  if (timestamp >= BigInt(time)) return;
  await chain.connection.provider.request({ method: "evm_setNextBlockTimestamp", params: [time] });
}
