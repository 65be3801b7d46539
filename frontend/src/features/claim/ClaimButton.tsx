import type { Currency } from "@core/currency/Currency";
import type { ReactElement } from "react";
import type { Address } from "viem";
import { useConnection } from "wagmi";
import { Amount } from "../../components/Amount";
import { Button } from "../../components/Button";
import { useChainInfo } from "../chain/ChainContext";
import { TransactionProgress } from "../transaction/TransactionProgress";
import { useTransaction } from "../transaction/useTransaction";
import { useWalletMenu } from "../wallet/WalletMenuContext";
import { WrongChain } from "../wallet/WrongChain";
import type { ClaimCall } from "./ClaimCall";
import { claimOf } from "./claimOf";

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
  const { state, isBusy, start, check } = useTransaction(claimOf(program, call));
  const isConnected = status === "connected";
  const isWrongChain = isConnected && chainId !== chain.id;
  const menu = useWalletMenu();
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
      <TransactionProgress
        done={(paid) => ({
          title: paid > 0n ? "Paid" : "Nothing yet: claim again for the rest",
          told: <Amount amount={paid} decimals={currency.decimals} symbol={currency.symbol} />,
        })}
        onCheck={check}
        onRetry={start}
        state={state}
        what="the claim"
      />
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
