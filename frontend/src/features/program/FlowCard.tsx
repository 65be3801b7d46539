import type { Currency } from "@core/currency/Currency";
import { sum } from "@core/money/sum";
import { formatAmount } from "@core/text/formatAmount";
import { type ReactElement, useMemo, useState } from "react";
import { Amount } from "../../components/Amount";
import { Card } from "../../components/Card";
import { Choice } from "../../components/Choice";
import { Empty } from "../../components/Empty";
import { Sankey } from "../../components/Sankey";
import { Cell, Head, Table } from "../../components/Table";
import type { FlowNode, MoneyFlow } from "../../lib/charts/MoneyFlow";
import { moneyFlowOf } from "../../lib/charts/moneyFlowOf";
import { weightOf } from "../../lib/charts/weightOf";
import { QueryBoundary } from "../chain/QueryBoundary";
import { useStandingEarnings } from "../chain/useStandingEarnings";
import type { ProgramCardProps } from "./ProgramCardProps";

const COLUMNS = { kind: 0, program: 1, line: 2, party: 3 } as const;
const VIEWS = [
  { value: "chart", label: "Chart" },
  { value: "table", label: "Table" },
] as const;

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
      tools={<Choice label="Show as" onChoose={setView} options={VIEWS} value={view} />}
    >
      <QueryBoundary query={standing} what="Reading the standing lines">
        {() => {
          if (flow === undefined || flow.total === 0n) {
            return <Empty>No revenue in {currency.symbol} yet.</Empty>;
          }
          return view === "chart" ? (
            <FlowChart currency={currency} flow={flow} />
          ) : (
            <FlowTable currency={currency} flow={flow} />
          );
        }}
      </QueryBoundary>
    </Card>
  );
}

interface Props {
  flow: MoneyFlow;
  currency: Currency;
}

function FlowChart({ flow, currency }: Props): ReactElement {
  const { nodes, links } = useMemo(() => {
    const words = (amount: bigint): string =>
      `${formatAmount(amount, currency.decimals).text} ${currency.symbol}`;
    const names = new Map(flow.nodes.map(({ id, name }) => [id, name]));
    return {
      nodes: flow.nodes.map(({ id, stage, name, amount }) => ({
        id,
        name,
        column: COLUMNS[stage],
        amount: words(amount),
      })),
      links: flow.links.map(({ from, to, amount }) => ({
        from,
        to,
        weight: weightOf(amount, flow.total),
        title: `${names.get(from)} → ${names.get(to)}: ${words(amount)}`,
      })),
    };
  }, [flow, currency]);
  return <Sankey label={summaryOf(flow, currency)} links={links} nodes={nodes} />;
}

function summaryOf(flow: MoneyFlow, { decimals, symbol }: Currency): string {
  const parts = flow.nodes
    .filter(({ stage }) => stage === "line")
    .map(({ name, amount }) => `${name} ${formatAmount(amount, decimals).text}`);
  return `Of ${formatAmount(flow.total, decimals).text} ${symbol}: ${parts.join(", ")}. The table shows all of it.`;
}

function FlowTable({ flow, currency }: Props): ReactElement {
  const byId = new Map<string, FlowNode>(flow.nodes.map((node) => [node.id, node]));
  return (
    <Table label="The money’s way">
      <caption className="sr-only">Each stream of money, from where to where</caption>
      <thead>
        <tr>
          <Head>From</Head>
          <Head>To</Head>
          <Head numeric>Amount ({currency.symbol})</Head>
        </tr>
      </thead>
      <tbody>
        {flow.links.map(({ from, to, amount }) => (
          <tr key={`${from}>${to}`}>
            <Cell>{byId.get(from)?.name}</Cell>
            <Cell>{byId.get(to)?.name}</Cell>
            <Cell numeric>
              <Amount amount={amount} decimals={currency.decimals} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
