import type { Currency } from "@core/currency/Currency";
import { printableName } from "@core/text/printableName";
import { type ReactElement, useMemo, useState } from "react";
import { Card } from "../../components/Card";
import { Choice } from "../../components/Choice";
import { Empty } from "../../components/Empty";
import { planFlowOf } from "../../lib/charts/planFlowOf";
import { FLOW_VIEWS, FlowPicture } from "../chain/FlowPicture";
import { QueryBoundary } from "../chain/QueryBoundary";
import type { PlanCardProps } from "./PlanCardProps";
import type { PlanPast } from "./usePlanPast";
import { useSources } from "./useSources";

type Props = PlanCardProps & { past: PlanPast; currency: Currency; revision: string };

/** The money's way from programs through the plan to people. */
export function PlanFlowCard({ plan, now, past, currency, revision }: Props): ReactElement {
  const [view, setView] = useState<"chart" | "table">("chart");
  const sources = useSources(plan, now.sources, currency, revision);
  const { ledger, history, head } = past;
  const arrived = now.money[currency.index]?.arrived ?? 0n;
  const flow = useMemo(
    () =>
      sources.data &&
      planFlowOf({
        ledger,
        events: history.events.map(({ event }) => event),
        ...{ place: currency.index, arrived, time: Number(head.time) },
        name: printableName(plan.settings.name) || "the plan",
        sources: sources.data.map(({ program, line, paid }) => ({
          ...{ name: `${printableName(program)}: ${printableName(line)}`, paid },
        })),
      }),
    [ledger, history, head, arrived, plan, currency, sources.data],
  );
  return (
    <Card
      hint={`From programs and whoever else pays through the plan to people, in ${currency.symbol}. What rounding leaves stays in the plan.`}
      title="Where the money goes"
      tools={<Choice label="Show as" onChoose={setView} options={FLOW_VIEWS} value={view} />}
    >
      <QueryBoundary query={sources} what="Reading the sources">
        {() =>
          flow === undefined || flow.total === 0n ? (
            <Empty>No money in {currency.symbol} yet.</Empty>
          ) : (
            <FlowPicture currency={currency} flow={flow} view={view} />
          )
        }
      </QueryBoundary>
    </Card>
  );
}
