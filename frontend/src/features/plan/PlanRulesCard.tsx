import { PLAN_POWERS, type PlanPowerName } from "@core/equity/PLAN_POWERS";
import type { PlanSettings } from "@core/equity/PlanSettings";
import { formatDuration } from "@core/text/formatDuration";
import { formatPercentage } from "@core/text/formatPercentage";
import type { ReactElement } from "react";
import { formatUnits } from "viem";
import { Card } from "../../components/Card";
import { Fact } from "../../components/Fact";
import { keepUnits } from "../../lib/text/keepUnits";
import { RoleHolder } from "../chain/RoleHolder";
import type { PlanCardProps } from "./PlanCardProps";

const MILLION = 6;

const DOES: Readonly<Record<PlanPowerName, string>> = {
  operator: "grants, pauses, dismisses and buys units",
  arbiter: "decides leaving for cause, and protects holders’ moves",
  guardian: "stops what others do; may be missing",
  treasury: "where money goes that is nobody’s",
  "tax account": "where what is withheld goes",
};

/** What the plan's settings say, and who runs it. */
export function PlanRulesCard({ plan, now }: PlanCardProps): ReactElement {
  return (
    <Card hint="They were set as the plan was created, and never change." title="Rules">
      <dl className="grid gap-x-10 gap-y-6 text-sm sm:grid-cols-2 lg:grid-cols-3">
        {rulesOf(plan.settings).map(([term, says]) => (
          <Fact key={term} term={term}>
            {says}
          </Fact>
        ))}
        {PLAN_POWERS.map((power) => (
          <Fact hint={DOES[power]} key={power} term={upperFirst(power)}>
            <RoleHolder role={power} roles={[...now.powers]} />
          </Fact>
        ))}
      </dl>
    </Card>
  );
}

function rulesOf(settings: PlanSettings): readonly (readonly [term: string, says: string])[] {
  const { notice, resignLoss, causeLoss, pauseLimit, window, move, handover } = settings;
  return [
    ["Notice", `${formatDuration(notice)} ahead of resigning, dismissals and exits`],
    ["Who resigns", `loses ${rateOf(resignLoss)} of what is vested, and all that is not`],
    ["Who is dismissed", "keeps what is vested, and loses what is not"],
    ["Who leaves for cause", `loses ${rateOf(causeLoss)} of what is vested, and all that is not`],
    ["Pauses", `${formatDuration(pauseLimit)} a grant at most`],
    ["Around an exit", `${formatDuration(window)} before and after it`],
    ["Calls of a leaver’s units", callsOf(settings)],
    ["Another wallet", `after ${formatDuration(move)}, in which it can be taken back`],
    ["Offers", `can be accepted ${formatDuration(handover)} after they are made`],
  ];
}

function callsOf({ callWindow, multiple, period }: PlanSettings): string {
  if (callWindow === 0) return "none";
  const times = formatUnits(BigInt(multiple), MILLION);
  return `within ${formatDuration(callWindow)}, at ${times} times what they brought in twelve periods of ${formatDuration(period)}`;
}

function rateOf(ppm: number): string {
  return keepUnits(formatPercentage(ppm));
}

function upperFirst(text: string): string {
  return text.replace(/^./, (first) => first.toUpperCase());
}
