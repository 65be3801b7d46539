import { type Address, encodeFunctionData, erc20Abi, type Hex } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { ETHER } from "../../../core/currency/ETHER.ts";
import type { Program } from "../openProgram.ts";
import { type PaymentCall, type SendCall, sendCalls } from "./sendCalls.ts";

export interface Payment {
  /** The call that takes it. */
  readonly data: Hex;
  readonly currency: Currency;
  readonly amount: bigint;
}

/** Pays from the signer's wallet into a program; approves a token first where that is needed. Returns the number of transactions. */
export async function payIn(
  program: Program,
  account: Address,
  { data, currency, amount }: Payment,
  sendCall?: SendCall,
): Promise<number> {
  const isEther = currency.address === ETHER;
  const calls = isEther ? [] : await approvals(program, account, currency, amount);
  const value = isEther ? amount : 0n;
  calls.push({ isApproval: false, to: program.address, data, value });
  return sendCalls(program, account, calls, sendCall);
}

/** How much of a token a program may take of an account. */
export function readAllowance(
  { chain, address: spender }: Program,
  account: Address,
  { address }: Currency,
): Promise<bigint> {
  return chain.client.readContract({
    ...{ address, abi: erc20Abi, functionName: "allowance", args: [account, spender] },
  });
}

async function approvals(
  program: Program,
  account: Address,
  currency: Currency,
  amount: bigint,
): Promise<PaymentCall[]> {
  const allowance = await readAllowance(program, account, currency);
  if (allowance >= amount) return [];
  // Some tokens refuse to replace an allowance that is not zero.
  const steps = allowance > 0n ? [0n, amount] : [amount];
  const { address: spender } = program;
  return steps.map((value) => ({
    ...{ isApproval: true, to: currency.address, value: 0n },
    data: encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender, value] }),
  }));
}
