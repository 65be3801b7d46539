import { formatTime } from "@core/text/formatTime";
import { programAbi } from "@generated/abis/Program";
import { type ReactElement, useState } from "react";
import { encodeFunctionData, isAddressEqual } from "viem";
import { Amount } from "../../components/Amount";
import { Notice } from "../../components/Notice";
import { operatorAndGuardian } from "../chain/operatorAndGuardian";
import { useHolders } from "../chain/useHolders";
import { usePayout } from "../chain/usePayout";
import { ActButton } from "../transaction/ActButton";
import { actOf } from "../transaction/actOf";
import type { LineActsProps } from "./LineActsProps";

/** A price on offer for a standing line: its holder accepts it, the operator takes it back. */
export function BuyoutActs({
  program,
  revision,
  line,
  standing,
  now,
}: LineActsProps): ReactElement | null {
  const { holder } = standing;
  const holders = useHolders(program, revision).data;
  const payout = usePayout(program, holder, revision).data;
  // What was last on offer is kept, so that its acceptance can be told of after it is gone.
  const [last, setLast] = useState(standing);
  const isOpen = standing.price > 0n;
  if (isOpen && standing !== last) setLast(standing);
  if (holders === undefined || payout === undefined) return null;
  const { price, priceCurrency, priceFrom } = isOpen ? standing : last;
  const currency = program.currencies.find(({ address }) => isAddressEqual(address, priceCurrency));
  const shown = (
    <Amount amount={price} decimals={currency?.decimals ?? 0} symbol={currency?.symbol ?? "?"} />
  );
  return (
    <>
      {isOpen && (
        <Notice title="An offer for this line" tone="info">
          {shown} once, out of the operator’s funds. In return the line earns nothing from the next
          period on. What it earned until then stays its holder’s, beside the price.
        </Notice>
      )}
      <ActButton
        amount={shown}
        call={actOf(program.address, () =>
          encodeFunctionData({
            ...{ abi: programAbi, functionName: "acceptBuyout" },
            args: [BigInt(line), priceCurrency, price],
          }),
        )}
        done={() => ({ title: "Sold", told: <>The holder can claim {shown} now; sold</> })}
        hint={() => "It cannot be taken back."}
        isOpen={isOpen}
        look="primary"
        obstacle={BigInt(priceFrom) > now ? `From ${formatTime(priceFrom)} on.` : undefined}
        signers={[payout.wallet]}
        verb="Accept the offer"
        what="the sale"
      />
      <ActButton
        call={actOf(program.address, () =>
          encodeFunctionData({
            ...{ abi: programAbi, functionName: "withdrawBuyout", args: [BigInt(line)] },
          }),
        )}
        done={() => ({ title: "Withdrawn", told: "The price is back in the operator’s funds" })}
        hint={() => "The price goes back to the operator’s funds."}
        isOpen={isOpen}
        signers={operatorAndGuardian(holders)}
        verb="Withdraw the offer"
        what="it"
      />
    </>
  );
}
