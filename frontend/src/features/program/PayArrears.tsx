import { ETHER } from "@core/currency/ETHER";
import { programAbi } from "@generated/abis/Program";
import { type ReactElement, useState } from "react";
import { encodeFunctionData, erc20Abi, isAddressEqual } from "viem";
import { useConnection } from "wagmi";
import { Amount } from "../../components/Amount";
import { useAnswers } from "../chain/useAnswers";
import { useReader } from "../chain/useReader";
import { ActButton } from "../transaction/ActButton";
import { actOf } from "../transaction/actOf";
import type { LineActsProps } from "./LineActsProps";

/** What a line is owed of its guarantee, which anybody can pay in two steps; ETH is paid by the command. */
export function PayArrears({
  program,
  currency,
  revision,
  line,
  standing,
}: LineActsProps): ReactElement | null {
  const { address: account } = useConnection();
  const client = useReader();
  const token = currency.address;
  const allowance = useAnswers(
    token,
    ["allowance", account ?? "", program.address],
    revision,
    async () => {
      if (account === undefined) return 0n;
      const args = [account, program.address] as const;
      return client.readContract({
        ...{ address: token, abi: erc20Abi, functionName: "allowance", args },
      });
    },
  ).data;
  // What was owed last is kept, so that its payment can be told of.
  const [owed, setOwed] = useState(standing.arrears);
  const isOpen = standing.arrears > 0n;
  if (isOpen && standing.arrears !== owed) setOwed(standing.arrears);
  if (isAddressEqual(token, ETHER)) return null;
  const shown = <Amount amount={owed} decimals={currency.decimals} symbol={currency.symbol} />;
  const isApproved = allowance !== undefined && allowance >= owed;
  const isConnected = account !== undefined;
  return (
    <>
      {isOpen && (
        <p className="text-sm">
          {shown} of what it is guaranteed is owed and not paid. Anyone may pay it.
        </p>
      )}
      <ActButton
        amount={shown}
        call={actOf(token, () =>
          encodeFunctionData({
            ...{ abi: erc20Abi, functionName: "approve", args: [program.address, owed] },
          }),
        )}
        done={() => ({ title: "Approved", told: <>The program may take {shown}, approved</> })}
        hint={() => "Lets the program take exactly this much from your wallet, once."}
        isOpen={isOpen && isConnected && allowance !== undefined && !isApproved}
        verb="Approve"
        what="the approval"
      />
      <ActButton
        amount={shown}
        call={actOf(program.address, () =>
          encodeFunctionData({
            ...{ abi: programAbi, functionName: "addReserve", args: [BigInt(line), token, owed] },
          }),
        )}
        done={() => ({ title: "Paid", told: <>The holder can claim {shown} now; paid</> })}
        hint={() => "It is the holder’s to claim at once, and nobody’s to take back."}
        isOpen={isOpen}
        obstacle={isConnected && !isApproved ? "Approve it first." : undefined}
        verb="Pay what is owed"
        what="the payment"
      />
    </>
  );
}
