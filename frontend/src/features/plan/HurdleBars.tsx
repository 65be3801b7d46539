import type { Currency } from "@core/currency/Currency";
import { SCALE } from "@core/equity/SCALE";
import { moneyUntil } from "@core/equity/shareMoney";
import { formatAmount } from "@core/text/formatAmount";
import type { ReactElement } from "react";
import { ProgressBar } from "../../components/ProgressBar";
import { weightOf } from "../../lib/charts/weightOf";
import type { GrantCardProps } from "./HolderCardProps";
import { stateOfPlan } from "./stateOfPlan";

/** How far the plan is from the hurdle of a grant's class; nothing for a class without one. */
export function HurdleBars({ plan, now, grant }: GrantCardProps): ReactElement | null {
  const hurdles = plan.settings.hurdles[grant.class] ?? [];
  const own = plan.currencies.filter(({ index }) => (hurdles[index] ?? 0n) > 0n);
  if (own.length === 0) return null;
  return (
    <div className="flex flex-col gap-4">
      <h3 className="text-sm font-semibold">The hurdle of class {grant.class}</h3>
      <p className="-mt-2 max-w-prose text-sm text-muted">
        Its units earn once each unit of the plan has brought this much, and only what comes above
        it.
      </p>
      {own.map((currency) => (
        <Bar
          currency={currency}
          hurdle={hurdles[currency.index] ?? 0n}
          key={currency.address}
          now={now}
          plan={plan}
        />
      ))}
    </div>
  );
}

interface BarProps extends Pick<GrantCardProps, "plan" | "now"> {
  currency: Currency;
  hurdle: bigint;
}

function Bar({ plan, now, currency, hurdle }: BarProps): ReactElement {
  const { index, decimals, symbol } = currency;
  const show = (amount: bigint): string => formatAmount(amount, decimals).text;
  const level = now.money[index]?.level ?? 0n;
  const target = hurdle * SCALE;
  const needed = moneyUntil(stateOfPlan({ plan, now }), index, target);
  const isReached = level >= target;
  const toGo =
    needed === undefined
      ? "no class below it has units"
      : `${show(needed)} ${symbol} more have to arrive`;
  const brought = `${show(level / SCALE)} of ${show(hurdle)} ${symbol} a unit`;
  return (
    <ProgressBar
      label={`In ${symbol}`}
      part={isReached ? 1 : Math.min(0.99, weightOf(level, target))}
      text={isReached ? brought : `${brought}; ${toGo}`}
    />
  );
}
