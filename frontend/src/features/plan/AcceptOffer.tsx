import { formatTime } from "@core/text/formatTime";
import { type ReactElement, useState } from "react";
import { Amount } from "../../components/Amount";
import { Notice } from "../../components/Notice";
import { Units } from "../../components/Units";
import { ActButton } from "../transaction/ActButton";
import { acceptOfferOf } from "./acceptOfferOf";
import type { GrantCardProps } from "./HolderCardProps";

/** An offer for all units of a grant, and what its holder gives for the price; nothing where there is none. */
export function AcceptOffer({ plan, now, grant }: GrantCardProps): ReactElement | null {
  // What was last on offer is kept, so that its acceptance can be told of after it is gone.
  const [last, setLast] = useState(grant.offer);
  if (grant.offer !== undefined && grant.offer !== last) setLast(grant.offer);
  const offer = grant.offer ?? last;
  if (offer === undefined) return null;
  const currency = plan.currencies.find(({ address }) => address === offer.currency);
  const show = (amount: bigint): ReactElement => (
    <Amount amount={amount} decimals={currency?.decimals ?? 0} symbol={currency?.symbol ?? "?"} />
  );
  const price = show(offer.price);
  const isEarly = BigInt(offer.from) > now.time;
  return (
    <div className="flex flex-col gap-4">
      {grant.offer !== undefined && (
        <Notice title="An offer for all units of this grant" tone="info">
          {price} for <Units units={grant.units} /> units, vested or not. All of them go back to the
          plan, and what is held for those that are not vested is lost. What is payable stays yours
          beside the price. Nothing is withheld of the price.
        </Notice>
      )}
      <ActButton
        amount={price}
        call={acceptOfferOf(plan.address, { ...offer, id: grant.id })}
        done={(paid) => ({
          title: "Sold",
          told: (
            <>
              The units went back to the plan for {show(paid)}
              {paid < offer.price && "; what the token did not move is yours to claim,"}
            </>
          ),
        })}
        hint={() => "It cannot be taken back."}
        isOpen={grant.offer !== undefined}
        look="primary"
        obstacle={isEarly ? `From ${formatTime(offer.from)} on.` : undefined}
        signers={[grant.holder]}
        verb="Accept the offer"
        what="the sale"
      />
    </div>
  );
}
