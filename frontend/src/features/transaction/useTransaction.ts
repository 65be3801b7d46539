import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Hash, TransactionReceipt } from "viem";
import { useConnection, useSendTransaction } from "wagmi";
import { explainError } from "../../lib/errors/explainError";
import { fetchRevertWords } from "../../lib/errors/revertWords";
import { useChainInfo } from "../chain/ChainContext";
import { useReader } from "../chain/useReader";
import type { ContractCall } from "./ContractCall";
import type { TransactionState } from "./TransactionState";
import { waitForReceipt } from "./waitForReceipt";

interface Transaction<Result> {
  readonly state: TransactionState<Result>;
  /** Whether it is under way. */
  readonly isBusy: boolean;
  readonly start: () => Promise<void>;
  /** Asks again for a transaction that took too long. */
  readonly check: (hash: Hash) => Promise<void>;
}

/** Calls a contract through the connected wallet, step by step. */
export function useTransaction<Result>(call: ContractCall<Result>): Transaction<Result> {
  const { chain } = useChainInfo();
  const { address: account } = useConnection();
  const client = useReader();
  const queries = useQueryClient();
  const send = useSendTransaction();
  const [state, setState] = useState<TransactionState<Result>>({ step: "idle" });

  async function check(hash: Hash): Promise<void> {
    setState({ step: "pending", hash });
    try {
      const receipt = await waitForReceipt(client, hash, client.pollingInterval);
      setState(receipt === undefined ? { step: "unknown", hash } : outcome(receipt, call));
      await queries.invalidateQueries();
    } catch (error) {
      setState({ step: "failed", hash, why: explainError(error) });
    }
  }

  async function start(): Promise<void> {
    if (account === undefined) return;
    let hash: Hash;
    try {
      setState({ step: "checking" });
      await fetchRevertWords();
      const { to } = call;
      const data = await call.encode();
      await client.call({ account, to, data });
      setState({ step: "signing" });
      hash = await send.mutateAsync({ to, data, chainId: chain.id });
    } catch (error) {
      setState({ step: "failed", hash: undefined, why: explainError(error) });
      return;
    }
    await check(hash);
  }

  const isBusy = ["checking", "signing", "pending"].includes(state.step);
  return { state, isBusy, start, check };
}

function outcome<Result>(
  receipt: TransactionReceipt,
  { outcomeOf }: ContractCall<Result>,
): TransactionState<Result> {
  if (receipt.status !== "reverted") return outcomeOf(receipt);
  const why = {
    cause: "failed",
    title: "The transaction was refused",
    detail:
      "The contract refused it when it was mined. Somebody may have done the same just before.",
  } as const;
  return { step: "failed", hash: receipt.transactionHash, why };
}
