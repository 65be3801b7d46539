import { type Address, erc20Abi, formatUnits } from "viem";
import type { Currency } from "../chain/Currency.ts";
import { ETHER } from "../chain/ETHER.ts";
import { EXPLAINED_ABI } from "../chain/explainRevert.ts";
import type { Program } from "../chain/openProgram.ts";
import { send } from "../chain/send.ts";
import { TributaryError } from "../TributaryError.ts";

/** Adds to a program's funds from the signer's wallet. Returns the number of transactions. */
export async function addFunds(
  program: Program,
  account: Address,
  currency: Currency,
  amount: bigint,
): Promise<number> {
  const { chain, address } = program;
  await refuseMissing(program, account, currency, amount);
  const isEther = currency.address === ETHER;
  const approvals = isEther ? 0 : await approve(program, account, currency, amount);
  await send(chain, {
    account,
    address,
    abi: EXPLAINED_ABI,
    functionName: "fund",
    args: [currency.address, amount],
    ...(isEther && { value: amount }),
  });
  return approvals + 1;
}

/** Refuses where the signer's wallet does not hold an amount. */
export async function refuseMissing(
  { chain }: Program,
  account: Address,
  currency: Currency,
  amount: bigint,
): Promise<void> {
  const { symbol, address, decimals } = currency;
  const balance =
    address === ETHER
      ? await chain.client.getBalance({ address: account })
      : await chain.client.readContract({
          address,
          abi: erc20Abi,
          functionName: "balanceOf",
          args: [account],
        });
  if (balance >= amount) return;
  const missing = formatUnits(amount - balance, decimals);
  throw new TributaryError(
    `The program's funds need ${formatUnits(amount, decimals)} ${symbol} more for this, but the signing account ${account} has ${formatUnits(balance, decimals)} ${symbol}.`,
    {
      todo: `Send it ${missing} ${symbol}, or have someone add to the funds with \`program fund\`; then run this again. No sale was posted.`,
    },
  );
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
