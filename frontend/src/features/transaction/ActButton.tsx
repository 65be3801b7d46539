import type { ReactElement, ReactNode } from "react";
import { type Address, isAddressEqual } from "viem";
import { useConnection } from "wagmi";
import { Button } from "../../components/Button";
import { useChainInfo } from "../chain/ChainContext";
import { useWalletMenu } from "../wallet/WalletMenuContext";
import { WrongChain } from "../wallet/WrongChain";
import type { ContractCall } from "./ContractCall";
import { TransactionProgress } from "./TransactionProgress";
import { useTransaction } from "./useTransaction";

interface Props<Result> {
  call: ContractCall<Result>;
  /** The words of the button: “Claim”. */
  verb: string;
  /** Stands beside them. */
  amount?: ReactNode;
  /** What is sent: “the claim”. */
  what: string;
  /** To whoever is connected, if anybody is. */
  hint: (account: Address | undefined) => string;
  /** Why it cannot be done now, if it cannot. */
  obstacle?: string | undefined;
  /** Whose wallet has to send it; anybody's where it is left out. */
  signer?: Address;
  /** Whether there is something to do at all; what became of it stays in sight when there is no more. */
  isOpen?: boolean;
  look?: "primary" | "plain";
  /** How it is told that it is done. */
  done: (result: Result) => { readonly title: string; readonly told: ReactNode };
}

/** Sends a call through the connected wallet and shows every step of it. */
export function ActButton<Result>(props: Props<Result>): ReactElement | null {
  const { call, what, done, isOpen = true } = props;
  const { state, isBusy, start, check } = useTransaction(call);
  if (!isOpen && state.step === "idle") return null;
  return (
    <div className="flex flex-col gap-3">
      {isOpen && <Opening {...props} isBusy={isBusy} start={start} />}
      <TransactionProgress done={done} onCheck={check} onRetry={start} state={state} what={what} />
    </div>
  );
}

function Opening<Result>({
  verb,
  amount,
  hint,
  obstacle,
  signer,
  look = "plain",
  isBusy,
  start,
}: Props<Result> & { isBusy: boolean; start: () => Promise<void> }): ReactElement {
  const { chain } = useChainInfo();
  const { status, chainId, address } = useConnection();
  const menu = useWalletMenu();
  const isConnected = status === "connected";
  const isWrongChain = isConnected && chainId !== chain.id;
  const isOther =
    isConnected &&
    signer !== undefined &&
    address !== undefined &&
    !isAddressEqual(signer, address);
  const isShut = obstacle !== undefined;
  return (
    <>
      {isWrongChain && <WrongChain />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          className="flex-wrap gap-y-0 py-2"
          disabled={isWrongChain || isBusy || isShut || isOther}
          look={look}
          onClick={isConnected ? start : () => menu.setOpen(true)}
        >
          {isConnected || isShut ? verb : `Connect to ${lowerFirst(verb)}`}
          {amount}
        </Button>
        <p className="text-sm text-muted">
          {obstacle ?? (isOther ? "Only the wallet that it concerns can." : hint(address))}
        </p>
      </div>
    </>
  );
}

function lowerFirst(text: string): string {
  return text.replace(/^./, (first) => first.toLowerCase());
}
