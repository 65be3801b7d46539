import type { Address, Hex } from "viem";
import { explainRevert } from "../../../core/messages/explainRevert.ts";
import type { Deployed } from "../Deployed.ts";
import { waitFor } from "../send.ts";

/** One call of a payment. */
export interface PaymentCall {
  readonly isApproval: boolean;
  readonly to: Address;
  readonly data: Hex;
  readonly value: bigint;
}

/** Sends a call with the gas that it takes, and sees it into a block. */
export type SendCall = (call: PaymentCall & { readonly gas: bigint }) => Promise<unknown>;

/** Sends the calls of a payment one after the other. Returns how many there were. */
export async function sendCalls(
  contract: Deployed,
  account: Address,
  calls: readonly PaymentCall[],
  sendCall: SendCall = sendBy(contract, account),
): Promise<number> {
  for (const call of calls) {
    await sendCall({ ...call, gas: await estimateGas(contract, account, call) });
  }
  return calls.length;
}

/** What the contract refuses is told in words. */
async function estimateGas(
  { chain }: Deployed,
  account: Address,
  { to, data, value }: PaymentCall,
): Promise<bigint> {
  try {
    const gas = await chain.client.estimateGas({ account, to, data, value });
    return (gas * 12n) / 10n;
  } catch (error) {
    throw explainRevert(error);
  }
}

function sendBy({ chain }: Deployed, account: Address): SendCall {
  return async ({ to, data, value, gas }) => {
    const call = { account, chain: chain.wallet.chain, to, data, value, gas };
    return waitFor(chain, await chain.wallet.sendTransaction(call));
  };
}
