import type { Currency } from "@core/currency/Currency";
import { formatAmount } from "@core/text/formatAmount";
import { formatDate } from "@core/text/formatDate";
import { lazy, type ReactElement, Suspense, useState } from "react";
import { Amount } from "../../components/Amount";
import { Card } from "../../components/Card";
import { Choice } from "../../components/Choice";
import { Empty } from "../../components/Empty";
import { Cell, Head, Table } from "../../components/Table";
import { barsOf } from "../../lib/charts/barsOf";
import { CurrencyChoice } from "../chain/CurrencyChoice";
import { QueryBoundary } from "../chain/QueryBoundary";
import { tokensFirst } from "../chain/tokensFirst";
import type { PartyCardProps } from "./PartyCardProps";
import { type PeriodStatement, usePeriods } from "./usePeriods";
import { useReversals } from "./useReversals";

const PeriodBars = lazy(async () => {
  const { PeriodBars: component } = await import("../../components/PeriodBars");
  return { default: component };
});

const VIEWS = [
  { value: "chart", label: "Chart" },
  { value: "table", label: "Table" },
] as const;

/** Earnings of the last periods, by the program's statements. */
export function PeriodsCard(card: PartyCardProps): ReactElement | null {
  const { program } = card;
  const [view, setView] = useState<"chart" | "table">("chart");
  const [chosen, setChosen] = useState<Currency>();
  const currencies = tokensFirst(program);
  const currency = chosen ?? currencies[0];
  if (currency === undefined) return null;
  return (
    <Card
      hint={`Lines of each period in ${currency.symbol}, less what was reversed. Periods that are not locked yet are hatched.`}
      title="Earnings per period"
      tools={
        <div className="flex flex-wrap gap-3">
          <CurrencyChoice
            chosen={currency}
            currencies={currencies}
            label="Currency of the chart"
            onChoose={setChosen}
          />
          <Choice label="Show as" onChoose={setView} options={VIEWS} value={view} />
        </div>
      }
    >
      <Periods currency={currency} card={card} view={view} />
    </Card>
  );
}

interface PeriodsProps {
  card: PartyCardProps;
  currency: Currency;
  view: "chart" | "table";
}

function Periods({ card, currency, view }: PeriodsProps): ReactElement {
  const periods = usePeriods(card, currency);
  const reversals = useReversals(card, currency);
  return (
    <QueryBoundary query={periods} what="Reading the statements">
      {(statements) => {
        if (reversals.size === 0 && statements.every(({ net }) => net === 0n)) {
          return <Empty>No lines in {currency.symbol} in the last periods.</Empty>;
        }
        return view === "chart" ? (
          <PeriodChart currency={currency} now={card.state.head.time} statements={statements} />
        ) : (
          <PeriodTable currency={currency} reversals={reversals} statements={statements} />
        );
      }}
    </QueryBoundary>
  );
}

interface ChartProps {
  statements: readonly PeriodStatement[];
  currency: Currency;
  /** The chain's time, in seconds. */
  now: bigint;
}

function PeriodChart({ statements, currency, now }: ChartProps): ReactElement {
  const words = (amount: bigint): string =>
    `${formatAmount(amount, currency.decimals).text} ${currency.symbol}`;
  const { bars, largest } = barsOf(
    statements,
    now,
    (period, net) => `Period ${period}: ${words(net)}`,
  );
  return (
    <Suspense fallback={<div className="h-50" />}>
      <PeriodBars
        bars={bars}
        highest={`Highest: ${words(largest)}`}
        label={summaryOf(statements, currency)}
      />
    </Suspense>
  );
}

function summaryOf(statements: readonly PeriodStatement[], currency: Currency): string {
  const parts = statements.map(
    ({ period, net }) => `period ${period} ${formatAmount(net, currency.decimals).text}`,
  );
  return `Earnings per period in ${currency.symbol}: ${parts.join(", ")}`;
}

function PeriodTable({
  statements,
  reversals,
  currency,
}: {
  statements: readonly PeriodStatement[];
  reversals: ReadonlyMap<number, bigint>;
  currency: Currency;
}): ReactElement {
  const unit = currency.symbol;
  const amount = (value: bigint): ReactElement => (
    <Amount amount={value} decimals={currency.decimals} />
  );
  return (
    <Table label="Earnings per period">
      <thead>
        <tr>
          <Head>Period</Head>
          <Head secondary>From (UTC)</Head>
          <Head secondary>Locks on (UTC)</Head>
          <Head numeric>Earned ({unit})</Head>
          <Head numeric>Reversed ({unit})</Head>
          <Head numeric secondary>
            Held ({unit})
          </Head>
          <Head numeric secondary>
            Claimed ({unit})
          </Head>
        </tr>
      </thead>
      <tbody>
        {statements.toReversed().map(({ period, starts, locks, net, held, claimed }) => {
          const reversed = reversals.get(period) ?? 0n;
          return (
            <tr key={period}>
              <Cell>{period}</Cell>
              <Cell secondary>{formatDate(starts)}</Cell>
              <Cell secondary>{formatDate(locks)}</Cell>
              <Cell numeric>{amount(net + reversed)}</Cell>
              <Cell numeric>{amount(reversed)}</Cell>
              <Cell numeric secondary>
                {amount(held)}
              </Cell>
              <Cell numeric secondary>
                {amount(claimed)}
              </Cell>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
