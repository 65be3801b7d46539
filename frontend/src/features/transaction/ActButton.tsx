import { shortenHex } from "@core/text/shortenHex";
import {
  type ReactElement,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from "react";
import { type Address, getAddress, isAddressEqual } from "viem";
import { useConnection } from "wagmi";
import { Button } from "../../components/Button";
import { useChainInfo } from "../chain/ChainContext";
import { useWalletMenu } from "../wallet/WalletMenuContext";
import { WrongChain } from "../wallet/WrongChain";
import type { ContractCall } from "./ContractCall";
import { TransactionProgress } from "./TransactionProgress";
import { useTransaction } from "./useTransaction";

export interface ActProps<Result> {
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
  /** Whose wallets may send it; anybody's where it is left out. */
  signers?: readonly Address[];
  /** Whether there is something to do at all; what became of it stays in sight when there is no more. */
  isOpen?: boolean;
  look?: "primary" | "plain";
  /** How it is told that it is done. */
  done: (result: Result) => { readonly title: string; readonly told: ReactNode };
}

/** Sends a call through the connected wallet and shows every step of it. */
export function ActButton<Result>(props: ActProps<Result>): ReactElement | null {
  const { call, what, done, isOpen = true } = props;
  const { state, isBusy, start, check } = useTransaction(call);
  const box = useRef<HTMLDivElement>(null);
  useFocusKept(box, `${state.step} ${isOpen}`);
  if (!isOpen && state.step === "idle") return null;
  return (
    <div className="flex flex-col gap-3 outline-none" ref={box} tabIndex={-1}>
      {isOpen && <Opening {...props} isBusy={isBusy} start={start} />}
      <TransactionProgress done={done} onCheck={check} onRetry={start} state={state} what={what} />
    </div>
  );
}

/** Whoever pressed a button that is gone now goes on from where it was. */
function useFocusKept(box: RefObject<HTMLElement | null>, state: string): void {
  const [before, setBefore] = useState(state);
  useEffect(() => {
    if (state === before) return;
    setBefore(state);
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, [box, state, before]);
}

function Opening<Result>({
  verb,
  amount,
  hint,
  obstacle,
  signers,
  look = "plain",
  isBusy,
  start,
}: ActProps<Result> & { isBusy: boolean; start: () => Promise<void> }): ReactElement {
  const { chain } = useChainInfo();
  const { status, chainId, address } = useConnection();
  const menu = useWalletMenu();
  const isConnected = status === "connected";
  const isWrongChain = isConnected && chainId !== chain.id;
  const isMeant = signers === undefined || (address !== undefined && isOneOf(signers, address));
  const isShut = obstacle !== undefined;
  const told = isMeant ? hint(address) : `${onlyText(signers)} ${isConnected ? "" : hint(address)}`;
  return (
    <>
      {isWrongChain && <WrongChain />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          className="flex-wrap gap-y-0 py-2"
          disabled={isWrongChain || isBusy || isShut || (isConnected && !isMeant)}
          look={look}
          onClick={isConnected ? start : () => menu.setOpen(true)}
        >
          {isConnected || isShut ? verb : `Connect to ${lowerFirst(verb)}`}
          {amount}
        </Button>
        <p className="text-sm wrap-anywhere text-muted">{obstacle ?? told}</p>
      </div>
    </>
  );
}

function isOneOf(signers: readonly Address[], account: Address): boolean {
  return signers.some((signer) => isAddressEqual(signer, account));
}

function onlyText(signers: readonly Address[]): string {
  return `Only ${signers.map((signer) => shortenHex(getAddress(signer))).join(" or ")} can.`;
}

function lowerFirst(text: string): string {
  return text.replace(/^./, (first) => first.toLowerCase());
}
