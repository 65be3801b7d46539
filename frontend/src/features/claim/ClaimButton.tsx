import type { Currency } from "@core/currency/Currency";
import { shortenHex } from "@core/text/shortenHex";
import type { ReactElement } from "react";
import { type Address, getAddress, isAddressEqual } from "viem";
import { Amount } from "../../components/Amount";
import { useDoubt } from "../second/ComparisonContext";
import { ActButton } from "../transaction/ActButton";
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
  /** The wallet that the party is paid at; undefined until the program has said. */
  wallet: Address | undefined;
  /** Why credits are not paid now, if they are not. */
  waits?: string | undefined;
}

/** Claims for a party and shows every step of it. */
export function ClaimButton({
  program,
  call,
  currency,
  amount,
  verb,
  wallet,
  waits,
}: Props): ReactElement {
  const doubt = useDoubt();
  const show = (value: bigint): ReactElement => (
    <Amount amount={value} decimals={currency.decimals} symbol={currency.symbol} />
  );
  return (
    <ActButton
      amount={amount > 0n && show(amount)}
      call={claimOf(program, call)}
      done={(paid) => ({
        title: paid > 0n ? "Paid" : "Nothing yet: claim again for the rest",
        told: show(paid),
      })}
      hint={(account) =>
        `${[hintOf(account, call.party, wallet), waits ?? ""].join(" ").trim()}${doubt}`
      }
      look="primary"
      obstacle={amount === 0n ? (waits ?? "Nothing to claim now.") : undefined}
      verb={verb}
      what="the claim"
    />
  );
}

function hintOf(account: Address | undefined, party: Address, wallet: Address | undefined): string {
  if (wallet === undefined) return "";
  const hasMoved = !isAddressEqual(wallet, party);
  const place = hasMoved ? `${shortenHex(getAddress(wallet))}, where it is paid` : "this address";
  if (account === undefined) return `Anyone may claim: the money goes to ${place}.`;
  if (!isAddressEqual(account, wallet))
    return `You pay the gas; the money goes to ${place}, not to yours.`;
  return "Paid to your own address.";
}
