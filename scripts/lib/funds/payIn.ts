import { type Address, erc20Abi } from "viem";
import type { Currency } from "../chain/Currency.ts";
import { ETHER } from "../chain/ETHER.ts";
import { EXPLAINED_ABI } from "../chain/explainRevert.ts";
import type { Program } from "../chain/openProgram.ts";
import { send } from "../chain/send.ts";

export interface Payment {
  /** What the money is for. */
  readonly functionName: "fund" | "addReserve";
  readonly currency: Currency;
  readonly amount: bigint;
}

/** Pays from the signer's wallet into a program; approves a token first where that is needed. Returns the number of transactions. */
export async function payIn(program: Program, account: Address, payment: Payment): Promise<number> {
  const { chain, address } = program;
  const { functionName, currency, amount } = payment;
  const isEther = currency.address === ETHER;
  const approvals = isEther ? 0 : await approve(program, account, currency, amount);
  await send(chain, {
    ...{ account, address, abi: EXPLAINED_ABI, functionName },
    args: [currency.address, amount],
    ...(isEther && { value: amount }),
  });
  return approvals + 1;
}

async function approve(
  { chain, address: spender }: Program,
  account: Address,
  { address }: Currency,
  amount: bigint,
): Promise<number> {
  const token = { address, abi: erc20Abi } as const;
  const allowance = await chain.client.readContract({
    ...token,
    functionName: "allowance",
    args: [account, spender],
  });
  if (allowance >= amount) return 0;
  const approveAmount = (value: bigint) =>
    send(chain, { ...token, account, functionName: "approve", args: [spender, value] });
  // Some tokens refuse to replace an allowance that is not zero.
  if (allowance > 0n) await approveAmount(0n);
  await approveAmount(amount);
  return allowance > 0n ? 2 : 1;
}
