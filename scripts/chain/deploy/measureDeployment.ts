import type { NetworkManager } from "hardhat/types/network";
import { getAbiItem, slice, type Transaction, toFunctionSelector } from "viem";
import { sum } from "../../../core/money/sum.ts";
import { encodeTerms } from "../../../core/terms/encodeTerms.ts";
import { programFactoryAbi, termsValidatorAbi } from "../../../generated/abis.ts";
import protocol from "../../../ignition/modules/Protocol.ts";
import { accountOf, type Chain, openChain } from "../openChain.ts";
import { type DeployProgramParameters, deployProgram } from "./deployProgram.ts";
import { findFactory } from "./findFactory.ts";
import { FAST } from "./ignitionConfig.ts";
import { readTermsFor } from "./readTermsFor.ts";
import { findTokens } from "./resolveTokens.ts";

/** Transactions, and the gas that they take together. */
export interface Measured {
  readonly transactions: number;
  readonly gas: bigint;
}

export interface MeasuredDeployment {
  /** What all programs of a chain share; undefined where it is deployed already. */
  readonly shared: Measured | undefined;
  /** The most: standing lines that another program has alike are not stored again. */
  readonly program: Measured;
}

/**
 * Checks a terms file against a chain, deploys it on one of its own that begins at the same time and ends with the process, and
 * measures that. Sends nothing to the chain that is asked about.
 */
export async function measureDeployment(
  chain: Chain,
  network: NetworkManager,
  parameters: DeployProgramParameters,
): Promise<MeasuredDeployment> {
  const { terms: file, account, ignitionFolder } = parameters;
  const parsed = await readTermsFor(chain, ignitionFolder, file);
  const { timestamp: time } = await chain.client.getBlock();
  const tokens = findTokens(chain, ignitionFolder, parsed.currencies);
  encodeTerms(file, parsed, { account, time: Number(time), tokens });

  const override = { initialDate: new Date(Number(time) * 1_000) };
  const own = await openChain(await network.create({ network: "default", override }));
  const sender = await accountOf(own, undefined);
  await own.connection.ignition.deploy(protocol, { defaultSender: sender, config: FAST });
  const shared = await transactionsOf(own);
  await deployProgram(own, { ...parameters, account: sender });
  const program = (await transactionsOf(own)).filter(isOfProgram);
  const isThere = (await findFactory(chain, ignitionFolder)) !== undefined;
  return {
    shared: isThere ? undefined : await measure(own, shared),
    program: await measure(own, program),
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

const CREATING = [
  getAbiItem({ abi: programFactoryAbi, name: "create" }),
  getAbiItem({ abi: termsValidatorAbi, name: "publish" }),
].map((item) => toFunctionSelector(item));

/** Whether a transaction creates a program, or publishes terms for one. */
function isOfProgram({ to, input }: Transaction): boolean {
  return to !== null && CREATING.includes(slice(input, 0, 4));
}

async function measure({ client }: Chain, transactions: readonly Transaction[]): Promise<Measured> {
  const receipts = await Promise.all(
    transactions.map(({ hash }) => client.getTransactionReceipt({ hash })),
  );
  return { transactions: receipts.length, gas: sum(receipts.map(({ gasUsed }) => gasUsed)) };
}
