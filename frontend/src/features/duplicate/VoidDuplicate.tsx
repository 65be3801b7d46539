import type { LedgerSale } from "@core/ledger/Ledger";
import type { ReactElement } from "react";
import type { Address } from "viem";
import { useConnection } from "wagmi";
import { Button } from "../../components/Button";
import { useChainInfo } from "../chain/ChainContext";
import type { LedgerState } from "../chain/useLedger";
import { TransactionProgress } from "../transaction/TransactionProgress";
import { useTransaction } from "../transaction/useTransaction";
import { useWalletMenu } from "../wallet/WalletMenuContext";
import { WrongChain } from "../wallet/WrongChain";
import { voidDuplicateOf } from "./voidDuplicateOf";

interface Props {
  program: Address;
  state: LedgerState;
  standing: LedgerSale;
  duplicate: LedgerSale;
  /** What the program will do. */
  remedy: "void" | "dispute";
}

const VERBS = { void: "make it void", dispute: "have it frozen" } as const;
const DONE = { void: "It is void", frozen: "It is frozen until the arbiter decides" } as const;

/** Has a sale that has another one's id made void, or frozen for the arbiter, and shows every step of it. */
export function VoidDuplicate({
  program,
  state,
  standing,
  duplicate,
  remedy,
}: Props): ReactElement {
  const { chain } = useChainInfo();
  const { status, chainId } = useConnection();
  const call = voidDuplicateOf(program, state, standing, duplicate);
  const { state: sent, isBusy, start, check } = useTransaction(call);
  const isConnected = status === "connected";
  const isWrongChain = isConnected && chainId !== chain.id;
  const menu = useWalletMenu();
  const verb = VERBS[remedy];
  return (
    <div className="flex flex-col gap-3">
      {isWrongChain && <WrongChain />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          disabled={isWrongChain || isBusy}
          onClick={isConnected ? start : () => menu.setOpen(true)}
        >
          {isConnected ? verb.replace(/^./, (first) => first.toUpperCase()) : `Connect to ${verb}`}
        </Button>
        <p className="text-sm text-muted">You pay the gas, and gain nothing by it.</p>
      </div>
      <TransactionProgress
        done={(fate) => ({ title: DONE[fate], told: "Done" })}
        onCheck={check}
        onRetry={start}
        state={sent}
        what="it"
      />
    </div>
  );
}
