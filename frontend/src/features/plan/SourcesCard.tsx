import type { Currency } from "@core/currency/Currency";
import type { ReactElement } from "react";
import { Amount } from "../../components/Amount";
import { Badge } from "../../components/Badge";
import { Card } from "../../components/Card";
import { Empty } from "../../components/Empty";
import { Name } from "../../components/Name";
import { Cell, Head, Table } from "../../components/Table";
import { partnerHref, programHref } from "../../lib/site/Route";
import { QueryBoundary } from "../chain/QueryBoundary";
import type { PlanCardProps } from "./PlanCardProps";
import { type PlanSource, useSources } from "./useSources";

type Props = PlanCardProps & { currency: Currency; revision: string };

/** The standing lines of programs that the plan pulls from. */
export function SourcesCard({ plan, now, currency, revision }: Props): ReactElement {
  const sources = useSources(plan, now.sources, currency, revision);
  return (
    <Card
      hint="Standing lines of programs that the plan holds. It pulls from them whenever units are granted or lost; anyone may claim a line for it at any time. Whoever likes pays it besides."
      title="Where it comes from"
    >
      {now.sources.length === 0 ? (
        <Empty>The plan pulls from no program. It shares what anybody pays to its address.</Empty>
      ) : (
        <QueryBoundary query={sources} what="Reading the sources">
          {(lines) => (
            <Table label="Sources">
              <thead>
                <tr>
                  <Head>Program and line</Head>
                  <Head numeric secondary>
                    Held ({currency.symbol})
                  </Head>
                  <Head numeric>Locked, to claim ({currency.symbol})</Head>
                  <Head numeric secondary>
                    Paid ({currency.symbol})
                  </Head>
                </tr>
              </thead>
              <tbody>
                {lines.map((line, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a source is its place
                  <Source currency={currency} key={index} line={line} plan={plan} />
                ))}
              </tbody>
            </Table>
          )}
        </QueryBoundary>
      )}
    </Card>
  );
}

interface SourceProps {
  line: PlanSource;
  plan: PlanCardProps["plan"];
  currency: Currency;
}

function Source({ line, plan, currency }: SourceProps): ReactElement {
  const show = (amount: bigint): ReactElement => (
    <Amount amount={amount} decimals={currency.decimals} />
  );
  return (
    <tr>
      <Cell>
        <a
          className="font-medium text-accent underline underline-offset-4"
          href={programHref(line.address)}
        >
          <Name text={line.program} />
        </a>
        <span className="mt-0.5 block text-muted">
          <Name text={line.line} />
          {" – "}
          <a
            className="text-accent underline underline-offset-4"
            href={partnerHref(line.address, plan.address)}
          >
            claim it there
          </a>
        </span>
        {!line.isOwn && <Badge tone="warn">no longer held by this plan</Badge>}
        {!line.hasCurrency && <Badge>pays no {currency.symbol}</Badge>}
      </Cell>
      <Cell numeric secondary>
        {show(line.held)}
      </Cell>
      <Cell numeric>{show(line.locked)}</Cell>
      <Cell numeric secondary>
        {show(line.paid)}
      </Cell>
    </tr>
  );
}
