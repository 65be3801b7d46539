import { type Address, encodeFunctionData, erc20Abi, formatUnits } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { ETHER } from "../../../core/currency/ETHER.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
import type { Program } from "../openProgram.ts";
import { type PermittedPayment, payByPermit } from "./payByPermit.ts";
import { payIn } from "./payIn.ts";
import type { SendCall } from "./sendCalls.ts";

/** Adds to a program's funds from the signer's wallet. Returns the number of transactions. */
export async function addFunds(
  program: Program,
  account: Address,
  currency: Currency,
  amount: bigint,
  sendCall?: SendCall,
): Promise<number> {
  await refuseMissing(program, account, currency, amount);
  return payIn(program, account, intoFunds(currency, amount), sendCall);
}

/** The same by the signer's permit for the token. */
export async function addFundsByPermit(
  program: Program,
  account: Address,
  currency: Currency,
  amount: bigint,
): Promise<number> {
  await refuseMissing(program, account, currency, amount);
  return payByPermit(program, account, intoFunds(currency, amount));
}

function intoFunds(currency: Currency, amount: bigint): PermittedPayment {
  const args = [currency.address, amount] as const;
  return {
    ...{ currency, amount },
    data: encodeFunctionData({ abi: programAbi, functionName: "fund", args }),
    withPermit: (permit) =>
      encodeFunctionData({
        ...{ abi: programAbi, functionName: "fundWithPermit", args: [...args, permit] },
      }),
  };
}

/** Refuses where the signer's wallet does not hold an amount. */
export async function refuseMissing(
  { chain, silent }: Program,
  account: Address,
  currency: Currency,
  amount: bigint,
): Promise<void> {
  const { symbol, address, decimals } = currency;
  if (silent.some((one) => one.address === address)) {
    throw new TributaryError(
      `This takes ${formatUnits(amount, decimals)} ${symbol}, which does not answer.`,
      { todo: "Leave out what is paid in it until it does. No sale was posted." },
    );
  }
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
    `This takes ${formatUnits(amount, decimals)} ${symbol}, but the account ${account} has ${formatUnits(balance, decimals)} ${symbol}.`,
    {
      todo: `Send it ${missing} ${symbol}, or have someone add to the funds with \`program fund\`; then run this again. No sale was posted.`,
    },
  );
}
