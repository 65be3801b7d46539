import type { Currency } from "@core/currency/Currency";
import { formatAmount } from "@core/text/formatAmount";
import { lazy, type ReactElement, Suspense, useMemo } from "react";
import { Amount } from "../../components/Amount";
import { Name } from "../../components/Name";
import { Cell, Head, Table } from "../../components/Table";
import type { FlowNode, MoneyFlow } from "../../lib/charts/MoneyFlow";
import { weightOf } from "../../lib/charts/weightOf";

const Sankey = lazy(async () => {
  const { Sankey: component } = await import("../../components/Sankey");
  return { default: component };
});

const COLUMNS = { kind: 0, program: 1, line: 2, party: 3 } as const;

/** The two ways to show where money goes. */
export const FLOW_VIEWS = [
  { value: "chart", label: "Chart" },
  { value: "table", label: "Table" },
] as const;

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
  return (
    <Suspense>
      <Sankey label={summaryOf(flow, currency)} links={links} nodes={nodes} />
    </Suspense>
  );
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
            <Cell>
              <Name text={byId.get(from)?.name ?? ""} />
            </Cell>
            <Cell>
              <Name text={byId.get(to)?.name ?? ""} />
            </Cell>
            <Cell numeric>
              <Amount amount={amount} decimals={currency.decimals} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Where money goes, drawn or in words. */
export function FlowPicture({
  view,
  ...props
}: Props & { view: (typeof FLOW_VIEWS)[number]["value"] }): ReactElement {
  return view === "chart" ? <FlowChart {...props} /> : <FlowTable {...props} />;
}
