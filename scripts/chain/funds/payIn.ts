import { type Address, encodeFunctionData, erc20Abi, type Hex } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { ETHER } from "../../../core/currency/ETHER.ts";
import type { Deployed } from "../Deployed.ts";
import { type PaymentCall, type SendCall, sendCalls } from "./sendCalls.ts";

export interface Payment {
  /** The call that takes it. */
  readonly data: Hex;
  readonly currency: Pick<Currency, "address">;
  readonly amount: bigint;
}

/** Pays from the signer's wallet into a program or a plan; approves a token first where that is needed. Returns the number of transactions. */
export async function payIn(
  contract: Deployed,
  account: Address,
  { data, currency, amount }: Payment,
  sendCall?: SendCall,
): Promise<number> {
  const calls = await approvals(contract, account, currency, amount);
  const value = currency.address === ETHER ? amount : 0n;
  calls.push({ isApproval: false, to: contract.address, data, value });
  return sendCalls(contract, account, calls, sendCall);
}

/** Lets a contract take a token from the signer's wallet, where that is needed. Returns the number of transactions. */
export async function approveFor(
  contract: Deployed,
  account: Address,
  currency: Pick<Currency, "address">,
  amount: bigint,
): Promise<number> {
  return sendCalls(contract, account, await approvals(contract, account, currency, amount));
}

/** How much of a token a contract may take of an account. */
export function readAllowance(
  { chain, address: spender }: Deployed,
  account: Address,
  { address }: Pick<Currency, "address">,
): Promise<bigint> {
  return chain.client.readContract({
    ...{ address, abi: erc20Abi, functionName: "allowance", args: [account, spender] },
  });
}

/** None for ETH. */
async function approvals(
  contract: Deployed,
  account: Address,
  currency: Pick<Currency, "address">,
  amount: bigint,
): Promise<PaymentCall[]> {
  if (currency.address === ETHER) return [];
  const allowance = await readAllowance(contract, account, currency);
  if (allowance >= amount) return [];
  // Some tokens refuse to replace an allowance that is not zero.
  const steps = allowance > 0n ? [0n, amount] : [amount];
  const { address: spender } = contract;
  return steps.map((value) => ({
    ...{ isApproval: true, to: currency.address, value: 0n },
    data: encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender, value] }),
  }));
}
