import { formatTime } from "@core/text/formatTime";
import { equityPlanAbi } from "@generated/abis/EquityPlan";
import { type ReactElement, useState } from "react";
import { encodeFunctionData } from "viem";
import { Card } from "../../components/Card";
import { Units } from "../../components/Units";
import { AddressText } from "../chain/AddressText";
import { ActButton } from "../transaction/ActButton";
import { actOf } from "../transaction/actOf";
import type { HolderCardProps } from "./HolderCardProps";

import type { LiveGrant } from "./useGrants";

/** Grants that are about to move to this wallet, which has to take them; nothing where there are none. */
export function ComingCard({ plan, now, holder, grants }: HolderCardProps): ReactElement | null {
  const coming = grants.filter(({ move }) => move?.to === holder);
  // One that has come stays in sight, so that it can be told.
  const [seen, setSeen] = useState<readonly LiveGrant[]>(coming);
  const news = coming.filter(({ id }) => !seen.some((one) => one.id === id));
  if (news.length > 0) setSeen([...seen, ...news]);
  if (seen.length === 0) return null;
  return (
    <Card
      hint="Proposed by who holds them now. With this wallet you take them over, with all that is owed."
      title="Coming to this wallet"
    >
      <ul className="flex flex-col gap-6">
        {seen.map((grant) => {
          const { id, units, holder: from, move } = grant;
          const isOpen = coming.some((one) => one.id === id);
          const isEarly = move !== undefined && BigInt(move.from) > now.time;
          return (
            <li className="flex flex-col gap-3 text-sm" key={String(id)}>
              {isOpen && (
                <p className="flex flex-wrap items-center gap-x-1">
                  Grant {id.toString()}, <Units units={units} /> units, from{" "}
                  <AddressText address={from} />
                  {move !== undefined && (
                    <span className="text-muted">until {formatTime(move.until)}</span>
                  )}
                </p>
              )}
              <ActButton
                call={actOf(plan.address, () =>
                  encodeFunctionData({
                    abi: equityPlanAbi,
                    functionName: "finishMove",
                    args: [id],
                  }),
                )}
                done={() => ({ title: "Taken over", told: `Grant ${id} is this wallet’s` })}
                hint={() => "Its money and its votes come along."}
                isOpen={isOpen}
                look="primary"
                obstacle={isEarly ? `From ${formatTime(move.from)} on.` : undefined}
                signers={[holder]}
                verb="Take it over"
                what="the move"
              />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
