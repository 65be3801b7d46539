import { setTimeout as sleep } from "node:timers/promises";
import type {
  Abi,
  Account,
  Address,
  ContractFunctionArgs,
  ContractFunctionName,
  Hash,
  SimulateContractParameters,
  TransactionReceipt,
} from "viem";
import { explainRevert } from "../../core/messages/explainRevert.ts";
import { TributaryError } from "../../core/TributaryError.ts";
import type { Chain } from "./openChain.ts";

/** How long a transaction may take to be mined. */
const PATIENCE = 10 * 60_000;

type Writes = "nonpayable" | "payable";

export interface Call<abi extends Abi, name extends ContractFunctionName<abi, Writes>> {
  readonly account: Address;
  readonly address: Address;
  readonly abi: abi;
  readonly functionName: name;
  readonly args: ContractFunctionArgs<abi, Writes, name>;
  readonly value?: bigint;
  readonly gas?: bigint;
}

/** Simulates a call, sends it and waits until it is mined. What the contract refuses is told in words. */
export async function send<const abi extends Abi, name extends ContractFunctionName<abi, Writes>>(
  chain: Chain,
  call: Call<abi, name>,
): Promise<TransactionReceipt> {
  try {
    const { request } = await chain.client.simulateContract(
      call as unknown as SimulateContractParameters,
    );
    const hash = await chain.wallet.writeContract({
      ...request,
      account: call.account as Address & Account,
      chain: chain.wallet.chain,
    });
    return await waitFor(chain, hash);
  } catch (error) {
    throw explainRevert(error);
  }
}

/** Polls with an end, unlike a subscription that may never come back. */
export async function waitFor(chain: Chain, hash: Hash): Promise<TransactionReceipt> {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    const receipt = await chain.client.getTransactionReceipt({ hash }).catch(() => undefined);
    if (receipt?.status === "success") return receipt;
    if (receipt !== undefined) {
      throw new TributaryError(`The transaction ${hash} was mined but failed.`, {
        todo: "Look at it in a block explorer, then run this again: what is done already is not done twice.",
      });
    }
    await sleep(chain.client.pollingInterval);
  }
  throw new TributaryError(`The transaction ${hash} is not mined after ten minutes.`, {
    todo: "Wait until it is, then run this again: what is done already is not done twice.",
  });
}
