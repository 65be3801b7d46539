import { sum } from "@core/money/sum";
import { type ReactElement, useMemo, useState } from "react";
import { Card } from "../../components/Card";
import { Choice } from "../../components/Choice";
import { Empty } from "../../components/Empty";
import { moneyFlowOf } from "../../lib/charts/moneyFlowOf";
import { FLOW_VIEWS, FlowPicture } from "../chain/FlowPicture";
import { QueryBoundary } from "../chain/QueryBoundary";
import { useStandingEarnings } from "../chain/useStandingEarnings";
import type { ProgramCardProps } from "./ProgramCardProps";

/** The money's way from sales through lines to people. */
export function FlowCard({ program, state, currency, revision }: ProgramCardProps): ReactElement {
  const [view, setView] = useState<"chart" | "table">("chart");
  const { ledger } = state;
  const { terms } = program;
  const standing = useStandingEarnings(program, currency, revision);
  const flow = useMemo(() => {
    const earned = standing.data?.map(({ held, locked }, line) => {
      const settled = ledger.settlements.filter(
        (one) => one.line === line && one.currency === currency.address,
      );
      return held + locked + sum(settled.map(({ amount }) => amount));
    });
    return earned && moneyFlowOf(ledger, terms, currency.address, earned);
  }, [ledger, terms, currency, standing.data]);

  return (
    <Card
      hint={`From sales through lines to people, in ${currency.symbol}, net of refunds`}
      title="Where the money goes"
      tools={<Choice label="Show as" onChoose={setView} options={FLOW_VIEWS} value={view} />}
    >
      <QueryBoundary query={standing} what="Reading the standing lines">
        {() => {
          if (flow === undefined || flow.total === 0n) {
            return <Empty>No revenue in {currency.symbol} yet.</Empty>;
          }
          return <FlowPicture currency={currency} flow={flow} view={view} />;
        }}
      </QueryBoundary>
    </Card>
  );
}
