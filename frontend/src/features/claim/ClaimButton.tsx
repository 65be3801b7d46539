import type { Currency } from "@core/currency/Currency";
import type { ReactElement } from "react";
import type { Address } from "viem";
import { useConnection } from "wagmi";
import { Amount } from "../../components/Amount";
import { Button } from "../../components/Button";
import { useChainInfo } from "../chain/ChainContext";
import { useWalletMenu } from "../wallet/WalletMenuContext";
import { WrongChain } from "../wallet/WrongChain";
import type { ClaimCall } from "./ClaimCall";
import { ClaimProgress } from "./ClaimProgress";
import { useClaim } from "./useClaim";

interface Props {
  program: Address;
  call: ClaimCall;
  currency: Currency;
  /** What the program's views say the claim would pay. */
  amount: bigint;
  /** The words of the button: “Claim”. */
  verb: string;
}

/** Claims for a party and shows every step of it. */
export function ClaimButton({ program, call, currency, amount, verb }: Props): ReactElement {
  const { chain } = useChainInfo();
  const { status, chainId, address } = useConnection();
  const { state, start, check } = useClaim(program, call);
  const isConnected = status === "connected";
  const isWrongChain = isConnected && chainId !== chain.id;
  const menu = useWalletMenu();
  const isBusy = ["checking", "signing", "pending"].includes(state.step);
  return (
    <div className="flex flex-col gap-3">
      {isWrongChain && <WrongChain />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          className="flex-wrap gap-y-0 py-2"
          disabled={isWrongChain || isBusy || amount === 0n}
          look="primary"
          onClick={isConnected ? start : () => menu.setOpen(true)}
        >
          {isConnected || amount === 0n ? verb : verb.replace(/^Claim/, "Connect to claim")}
          {amount > 0n && (
            <Amount amount={amount} decimals={currency.decimals} symbol={currency.symbol} />
          )}
        </Button>
        <p className="text-sm text-muted">
          {hintOf({ amount, isConnected, isOwn: address === call.party })}
        </p>
      </div>
      <ClaimProgress currency={currency} onCheck={check} onRetry={start} state={state} />
    </div>
  );
}

interface HintInput {
  amount: bigint;
  isConnected: boolean;
  isOwn: boolean;
}

function hintOf({ amount, isConnected, isOwn }: HintInput): string {
  if (amount === 0n) return "Nothing to claim now.";
  if (!isConnected) return "Anyone may claim: the money goes to this address.";
  if (!isOwn) return "You pay the gas; the money goes to this address, not to yours.";
  return "Paid to your own address.";
}
