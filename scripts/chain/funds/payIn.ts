import { type Address, encodeFunctionData, erc20Abi, type Hex } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { ETHER } from "../../../core/currency/ETHER.ts";
import { explainRevert } from "../../../core/messages/explainRevert.ts";
import type { Program } from "../openProgram.ts";
import { waitFor } from "../send.ts";

export interface Payment {
  /** The call that takes it. */
  readonly data: Hex;
  readonly currency: Currency;
  readonly amount: bigint;
}

/** One call of a payment, with the gas that it takes. */
interface PaymentCall {
  readonly isApproval: boolean;
  readonly to: Address;
  readonly data: Hex;
  readonly value: bigint;
  readonly gas: bigint;
}

/** Sends a call and sees it into a block. */
export type SendCall = (call: PaymentCall) => Promise<unknown>;

/** Pays from the signer's wallet into a program; approves a token first where that is needed. Returns the number of transactions. */
export async function payIn(
  program: Program,
  account: Address,
  { data, currency, amount }: Payment,
  sendCall: SendCall = sendBy(program, account),
): Promise<number> {
  const isEther = currency.address === ETHER;
  const calls = isEther ? [] : await approvals(program, account, currency, amount);
  calls.push({
    isApproval: false,
    to: program.address,
    data,
    value: isEther ? amount : 0n,
  });
  for (const call of calls) {
    await sendCall({ ...call, gas: await estimateGas(program, account, call) });
  }
  return calls.length;
}

type Sendable = Omit<PaymentCall, "gas">;

async function approvals(
  { chain, address: spender }: Program,
  account: Address,
  { address: to }: Currency,
  amount: bigint,
): Promise<Sendable[]> {
  const allowance = await chain.client.readContract({
    ...{ address: to, abi: erc20Abi, functionName: "allowance", args: [account, spender] },
  });
  if (allowance >= amount) return [];
  // Some tokens refuse to replace an allowance that is not zero.
  const steps = allowance > 0n ? [0n, amount] : [amount];
  return steps.map((value) => ({
    ...{ isApproval: true, to, value: 0n },
    data: encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender, value] }),
  }));
}

/** What the contract refuses is told in words. */
async function estimateGas(
  { chain }: Program,
  account: Address,
  { to, data, value }: Sendable,
): Promise<bigint> {
  try {
    const gas = await chain.client.estimateGas({ account, to, data, value });
    return (gas * 12n) / 10n;
  } catch (error) {
    throw explainRevert(error);
  }
}

function sendBy({ chain }: Program, account: Address): SendCall {
  return async ({ to, data, value, gas }) => {
    const call = { account, chain: chain.wallet.chain, to, data, value, gas };
    return waitFor(chain, await chain.wallet.sendTransaction(call));
  };
}
