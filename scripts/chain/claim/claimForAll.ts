import { type Address, encodeFunctionData } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { amountOf } from "../../../core/deal/amountOf.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
import type { Progress } from "../../Progress.ts";
import type { Program } from "../openProgram.ts";
import { readEach } from "../readEach.ts";
import { waitFor } from "../send.ts";
import { claimBatches } from "./claimBatches.ts";
import { type Payment, paymentsIn } from "./paymentsIn.ts";
import { settleFor } from "./settleFor.ts";

export interface PaidTogether {
  readonly currency: Currency;
  readonly paid: readonly Payment[];
  /** Whose balance is below the terms' minimum: they keep it. */
  readonly below: readonly Address[];
  /** Who must accept the terms first. */
  readonly unaccepted: readonly Address[];
  /** Whose payment failed: it keeps its balance. */
  readonly unpaid: readonly Address[];
  readonly transactions: number;
}

export interface ClaimForAll {
  readonly account: Address;
  readonly currency: Currency;
  readonly wallets: readonly Address[];
  readonly progress: Progress;
}

/** Pays many parties what is theirs in one currency, standing lines and residual too, in as few transactions as the gas cap allows. */
export async function claimForAll(
  program: Program,
  { account, currency, wallets: parties, progress }: ClaimForAll,
): Promise<PaidTogether> {
  const { address, terms } = program;
  const settled = await settleFor(program, account, currency, new Set(parties));
  const asked = parties.map((party) => [party, currency.address] as const);
  const amounts = await readEach(program, "claimable", asked);
  const balances = await readEach(program, "account", asked);
  const minimum = amountOf(terms.rules.minimumPayout, currency.index);
  const claimable = parties.map((wallet, index) => ({ wallet, amount: amounts[index] ?? 0n }));
  const due = claimable.filter(({ amount }) => amount > 0n && amount >= minimum);
  const paid: Payment[] = settled.flatMap((receipt) => paymentsIn(receipt, currency));
  let transactions = settled.length;
  const batches = claimBatches(program, {
    ...{ account, currency, items: due.map(({ wallet }) => wallet) },
    encode: (some) =>
      encodeFunctionData({
        ...{ abi: programAbi, functionName: "claimMany", args: [some, currency.address] },
      }),
  });
  const { wallet } = program.chain;
  await progress.during(`Paying ${currency.symbol}`, due.length, async () => {
    for await (const { items, data, gas } of batches) {
      const hash = await wallet.sendTransaction({
        ...{ account, chain: wallet.chain, to: address, data, gas },
      });
      paid.push(...paymentsIn(await waitFor(program.chain, hash), currency));
      transactions++;
      progress.add(items.length);
    }
  });
  const wallets = new Set(paid.map(({ party }) => party));
  return {
    ...{ currency, paid, transactions },
    below: claimable
      .filter(({ amount }) => amount > 0n && amount < minimum)
      .map(({ wallet }) => wallet),
    unaccepted: claimable
      .filter(({ amount }, index) => amount === 0n && (balances[index]?.claimable ?? 0n) > 0n)
      .map(({ wallet }) => wallet),
    unpaid: due.map(({ wallet }) => wallet).filter((wallet) => !wallets.has(wallet)),
  };
}
