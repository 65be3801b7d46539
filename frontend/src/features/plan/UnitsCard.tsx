import { formatPercentage } from "@core/text/formatPercentage";
import type { ReactElement } from "react";
import { Card } from "../../components/Card";
import { Figure } from "../../components/Figure";
import { Figures } from "../../components/Figures";
import { Units } from "../../components/Units";
import { keepUnits } from "../../lib/text/keepUnits";
import { ClassesTable } from "./ClassesTable";
import { ExitNotice } from "./ExitNotice";
import type { PlanCardProps } from "./PlanCardProps";

/** How many units there can be, are granted and are free, by class. */
export function UnitsCard({ plan, now }: PlanCardProps): ReactElement {
  const { authorised, restToTreasury } = plan.settings;
  const free = authorised - now.outstanding;
  return (
    <Card
      hint={
        restToTreasury
          ? "What units that are not granted would earn is the treasury’s."
          : "Holders of granted units share everything; units that are not granted earn nothing."
      }
      title="Units"
    >
      <div className="flex flex-col gap-8">
        <ExitNotice now={now} />
        <Figures>
          <Figure
            hint="the most that can be granted at a time; it never changes"
            label="Authorised"
          >
            <Units units={authorised} />
          </Figure>
          <Figure
            hint={`${partOf(now.outstanding, authorised)} of what is authorised`}
            label="Granted"
          >
            <Units units={now.outstanding} />
          </Figure>
          <Figure hint="left to grant" label="Free">
            <Units units={free} />
          </Figure>
        </Figures>
        <ClassesTable now={now} plan={plan} />
      </div>
    </Card>
  );
}

function partOf(units: bigint, all: bigint): string {
  return keepUnits(formatPercentage(Number((units * 10_000n) / all) * 100));
}
