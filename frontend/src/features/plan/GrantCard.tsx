import { previewLeave } from "@core/ledger/plan/previewLeave";
import { formatPercentage } from "@core/text/formatPercentage";
import { groupDigits } from "@core/text/groupDigits";
import { type ReactElement, useMemo } from "react";
import { Card } from "../../components/Card";
import { Figure } from "../../components/Figure";
import { Figures } from "../../components/Figures";
import { Units } from "../../components/Units";
import { keepUnits } from "../../lib/text/keepUnits";
import { AcceptOffer } from "./AcceptOffer";
import { GrantActs } from "./GrantActs";
import { GrantBadges } from "./GrantBadges";
import { GrantMoney } from "./GrantMoney";
import { GrantTerms } from "./GrantTerms";
import type { GrantCardProps, MaybePast, WithPast } from "./HolderCardProps";
import { HurdleBars } from "./HurdleBars";
import { Vesting } from "./Vesting";

/**
 * One grant: its units by time, its hurdle, its money, what waits for it and what its holder can do.
 *
 * @param isOnly Whether its holder has no other one: then its money is told already.
 */
export function GrantCard({
  isOnly,
  past,
  ...card
}: GrantCardProps & MaybePast & { isOnly: boolean }): ReactElement {
  const { grant } = card;
  return (
    <Card title={`Grant ${grant.id}`} tools={<GrantBadges grant={grant} />}>
      <div className="flex flex-col gap-8">
        <AcceptOffer {...card} />
        <UnitFigures {...card} past={past} />
        {past !== undefined && <Vesting {...card} past={past} />}
        <HurdleBars {...card} />
        {!isOnly && <GrantMoney {...card} />}
        <GrantTerms grant={grant} past={past} />
        <GrantActs {...card} past={past} />
      </div>
    </Card>
  );
}

function UnitFigures({ grant, past, plan }: GrantCardProps & MaybePast): ReactElement {
  const { units, vested, left } = grant;
  return (
    <Figures>
      <Figure hint={`class ${grant.class}`} label="Units">
        <Units units={units} />
      </Figure>
      <Figure hint={units === 0n ? undefined : partOf(vested, units)} label="Vested today">
        <Units units={vested} />
      </Figure>
      {!left && units > 0n && past !== undefined && (
        <Leaving grant={grant} past={past} plan={plan} />
      )}
    </Figures>
  );
}

/** As if the holder resigned and left at once, without the notice that it has to give. */
function Leaving({
  grant,
  past,
  plan,
}: Pick<GrantCardProps, "grant" | "plan"> & WithPast): ReactElement | null {
  const { ledger, history } = past;
  const preview = useMemo(
    () => previewLeave(ledger, grant.id, "resigned", history.time),
    [ledger, grant.id, history.time],
  );
  if (preview === undefined) return null;
  const { kept, lost } = preview;
  const loss = plan.settings.resignLoss;
  const also = loss === 0 ? "" : `, and ${keepUnits(formatPercentage(loss))} of what is`;
  return (
    <Figure
      hint={`${groupDigits(lost.toString())} units would be lost: all that is not vested${also}`}
      label="Leaving today would keep"
    >
      <Units units={kept} />
    </Figure>
  );
}

function partOf(units: bigint, all: bigint): string {
  return `${keepUnits(formatPercentage(Number((units * 10_000n) / all) * 100))} of its units`;
}
