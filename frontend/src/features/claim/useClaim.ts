import { decodeEventsNamed } from "@core/logs/decodeEventsNamed";
import { sum } from "@core/money/sum";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Address, getAddress, type Hash, type TransactionReceipt } from "viem";
import { useConnection, useSendTransaction } from "wagmi";
import { explainError } from "../../lib/errors/explainError";
import { useChainInfo } from "../chain/ChainContext";
import { useReader } from "../chain/useReader";
import type { ClaimCall } from "./ClaimCall";
import type { ClaimState } from "./ClaimState";
import { encodeClaim, simulateClaim } from "./simulateClaim";
import { waitForReceipt } from "./waitForReceipt";

interface Claim {
  readonly state: ClaimState;
  readonly start: () => Promise<void>;
  /** Asks again for a transaction that took too long. */
  readonly check: (hash: Hash) => Promise<void>;
}

/** Claims through the connected wallet, step by step. */
export function useClaim(program: Address, call: ClaimCall): Claim {
  const { chain } = useChainInfo();
  const { address: account } = useConnection();
  const client = useReader();
  const queries = useQueryClient();
  const send = useSendTransaction();
  const [state, setState] = useState<ClaimState>({ step: "idle" });

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
      await simulateClaim(client, program, account, call);
      setState({ step: "signing" });
      hash = await send.mutateAsync({ to: program, data: encodeClaim(call), chainId: chain.id });
    } catch (error) {
      setState({ step: "failed", hash: undefined, why: explainError(error) });
      return;
    }
    await check(hash);
  }

  return { state, start, check };
}

function outcome(receipt: TransactionReceipt, { party, currency }: ClaimCall): ClaimState {
  const hash = receipt.transactionHash;
  if (receipt.status === "reverted") {
    const why = {
      cause: "failed",
      title: "The transaction was refused",
      detail: "The program refused it when it was mined. Somebody may have claimed just before.",
    } as const;
    return { step: "failed", hash, why };
  }
  const { logs } = receipt;
  const ours = decodeEventsNamed(logs, ["Claimed", "ClaimFailed"]).filter(
    ({ args }) => args.party === getAddress(party) && args.currency === currency,
  );
  if (ours.some(({ eventName }) => eventName === "ClaimFailed")) {
    const why = {
      cause: "failed",
      title: "The payment did not succeed",
      detail:
        "This address does not accept it. The balance is kept; its owner can sign a claim to another address.",
    } as const;
    return { step: "failed", hash, why };
  }
  return { step: "confirmed", hash, paid: sum(ours.map(({ args }) => args.amount)) };
}
