import type { NetworkManager } from "hardhat/types/network";
import { type AbiFunction, slice, type Transaction, toFunctionSelector } from "viem";
import { sum } from "../../../core/money/sum.ts";
import { accountOf, type Chain, openChain } from "../openChain.ts";
import { FAST } from "./ignitionConfig.ts";

/** Transactions, and the gas that they take together. */
export interface Measured {
  readonly transactions: number;
  readonly gas: bigint;
}

export interface MeasuredDeployment {
  /** What all of a chain share; undefined where it is deployed already. */
  readonly shared: Measured | undefined;
  /** The most: standing lines that another program has alike are not stored again. */
  readonly created: Measured;
}

interface MeasuredCreation {
  readonly shared: Parameters<Chain["connection"]["ignition"]["deploy"]>[0];
  readonly isShared: boolean;
  readonly create: (own: Chain, sender: Awaited<ReturnType<typeof accountOf>>) => Promise<unknown>;
  /** By which it is created. */
  readonly functions: readonly AbiFunction[];
}

/** Creates on a chain of its own that begins at the same time and ends with the process, and measures that. */
export async function measureCreation(
  chain: Chain,
  network: NetworkManager,
  { shared: module, isShared, create, functions }: MeasuredCreation,
): Promise<MeasuredDeployment> {
  const { timestamp: time } = await chain.client.getBlock();
  const override = { initialDate: new Date(Number(time) * 1_000) };
  const own = await openChain(await network.create({ network: "default", override }));
  const sender = await accountOf(own, undefined);
  await own.connection.ignition.deploy(module, { defaultSender: sender, config: FAST });
  const shared = await transactionsOf(own);
  await create(own, sender);
  const selectors = functions.map((item) => toFunctionSelector(item));
  const created = (await transactionsOf(own)).filter(
    ({ to, input }) => to !== null && selectors.includes(slice(input, 0, 4)),
  );
  return {
    shared: isShared ? undefined : await measure(own, shared),
    created: await measure(own, created),
  };
}

/** All of a chain. */
async function transactionsOf({ client }: Chain): Promise<Transaction[]> {
  const transactions: Transaction[] = [];
  const last = await client.getBlockNumber();
  for (let blockNumber = 0n; blockNumber <= last; blockNumber++) {
    const block = await client.getBlock({ blockNumber, includeTransactions: true });
    transactions.push(...block.transactions);
  }
  return transactions;
}

async function measure({ client }: Chain, transactions: readonly Transaction[]): Promise<Measured> {
  const receipts = await Promise.all(
    transactions.map(({ hash }) => client.getTransactionReceipt({ hash })),
  );
  return { transactions: receipts.length, gas: sum(receipts.map(({ gasUsed }) => gasUsed)) };
}
