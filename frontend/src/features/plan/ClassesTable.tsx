import type { Currency } from "@core/currency/Currency";
import { SCALE } from "@core/equity/SCALE";
import { moneyUntil } from "@core/equity/shareMoney";
import type { ReactElement } from "react";
import { Amount } from "../../components/Amount";
import { Badge } from "../../components/Badge";
import { Cell, Head, Table } from "../../components/Table";
import { Units } from "../../components/Units";
import type { PlanCardProps } from "./PlanCardProps";
import { stateOfPlan } from "./stateOfPlan";

/** Each class: its units, and from what on it takes part. */
export function ClassesTable({ plan, now }: PlanCardProps): ReactElement {
  return (
    <Table label="Classes">
      <caption className="sr-only">
        Classes of units. A class takes part once each unit of the plan has brought its hurdle.
      </caption>
      <thead>
        <tr>
          <Head>Class</Head>
          <Head numeric>Granted</Head>
          <Head numeric secondary>
            Hurdle a unit
          </Head>
          <Head>Takes part</Head>
        </tr>
      </thead>
      <tbody>
        {now.byClass.map((units, group) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a class is its place
          <tr key={group}>
            <Cell>{group}</Cell>
            <Cell numeric>
              <Units units={units} />
            </Cell>
            <Cell numeric secondary>
              {plan.currencies.map((currency) => (
                <span className="block" key={currency.address}>
                  <Hurdle currency={currency} hurdle={hurdleIn(plan, group, currency)} />
                </span>
              ))}
            </Cell>
            <Cell>
              {plan.currencies.map((currency) => (
                <span className="block" key={currency.address}>
                  <Part currency={currency} group={group} now={now} plan={plan} />
                </span>
              ))}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function hurdleIn({ settings }: PlanCardProps["plan"], group: number, { index }: Currency): bigint {
  return settings.hurdles[group]?.[index] ?? 0n;
}

function Hurdle({
  hurdle,
  currency,
}: {
  hurdle: bigint;
  currency: Currency;
}): ReactElement | string {
  if (hurdle === 0n) return "none";
  return <Amount amount={hurdle} decimals={currency.decimals} symbol={currency.symbol} />;
}

interface PartProps extends PlanCardProps {
  currency: Currency;
  group: number;
}

/** Whether the class earns of the next money, or how much has to arrive first. */
function Part({ plan, now, currency, group }: PartProps): ReactElement {
  const { index, symbol, decimals } = currency;
  const target = hurdleIn(plan, group, currency) * SCALE;
  const needed = moneyUntil(stateOfPlan({ plan, now }), index, target);
  if (needed === undefined) {
    return (
      <>
        <Badge tone="warn">not in {symbol}</Badge>{" "}
        <span className="text-xs text-muted">no class below it has units</span>
      </>
    );
  }
  if ((now.money[index]?.level ?? 0n) >= target) return <Badge tone="good">in {symbol}</Badge>;
  return (
    <span className="text-muted">
      after <Amount amount={needed} decimals={decimals} symbol={symbol} /> more
    </span>
  );
}
