import type { EIP1193Provider } from "hardhat/types/providers";

export interface Clock {
  now: number;
}

/** Moves an in-process chain to a time: its latest block, and thus every read, is then of that time. */
export async function moveClock(
  { provider, clock }: { readonly provider: EIP1193Provider; readonly clock: Clock },
  time: number,
): Promise<void> {
  clock.now = time;
  await provider.request({ method: "evm_setNextBlockTimestamp", params: [time] });
  await provider.request({ method: "evm_mine", params: [] });
}
