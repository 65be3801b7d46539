import { type ReactElement, useState } from "react";
import { Card } from "../../components/Card";
import { Choice } from "../../components/Choice";
import { Empty } from "../../components/Empty";
import type { FlowTerms } from "../../lib/charts/moneyFlowOf";
import { FLOW_VIEWS, FlowPicture } from "../chain/FlowPicture";
import { PastGate } from "../chain/PastGate";
import { QueryBoundary } from "../chain/QueryBoundary";
import { useAsk } from "../chain/useAsk";
import { useStandingEarnings } from "../chain/useStandingEarnings";
import type { ProgramCardProps } from "./ProgramCardProps";

/** The money's way from sales through lines to people. */
export function FlowCard({ program, state, currency, revision }: ProgramCardProps): ReactElement {
  const [view, setView] = useState<"chart" | "table">("chart");
  const { terms } = program;
  const standing = useStandingEarnings(program, currency, revision);
  return (
    <Card
      hint={`From sales through lines to people, in ${currency.symbol}, net of refunds and void sales`}
      title="Where the money goes"
      tools={<Choice label="Show as" onChoose={setView} options={FLOW_VIEWS} value={view} />}
    >
      <QueryBoundary query={standing} what="Reading the standing lines">
        {(earned) => (
          <Flow
            {...{ program, state, currency, view }}
            terms={{
              ...{ name: terms.name, treasury: terms.treasury, kinds: terms.kinds },
              ...{ roles: terms.roles, standing: terms.standing },
            }}
            unsettled={earned.map(({ held, locked }) => held + locked)}
          />
        )}
      </QueryBoundary>
    </Card>
  );
}

interface FlowProps extends Pick<ProgramCardProps, "program" | "state" | "currency"> {
  terms: FlowTerms;
  /** What each standing line has earned and not settled. */
  unsettled: readonly bigint[];
  view: "chart" | "table";
}

function Flow({ program, state, currency, terms, unsettled, view }: FlowProps): ReactElement {
  const flow = useAsk(program, state, "flow", terms, currency.address, unsettled);
  return (
    <div className="min-h-104">
      <PastGate query={flow} state={state} until="isAll">
        {(data) =>
          data.total === 0n ? (
            <Empty>No revenue in {currency.symbol} yet.</Empty>
          ) : (
            <FlowPicture currency={currency} flow={data} view={view} />
          )
        }
      </PastGate>
    </div>
  );
}
