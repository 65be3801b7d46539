import type { ReactElement } from "react";
import { Amount } from "../../components/Amount";
import { Card } from "../../components/Card";
import { Figure } from "../../components/Figure";
import { Figures } from "../../components/Figures";
import { Icon } from "../../components/Icon";
import { TokenFacts } from "../chain/TokenFacts";
import type { PlanCardProps } from "./PlanCardProps";
import { ShareButton } from "./ShareButton";
import type { PlanMoney } from "./usePlanNow";

type Props = PlanCardProps & { money: PlanMoney };

/** A plan's money in one currency: what is for holders, and what is set aside for others. */
export function PlanMoneyCard({ plan, money }: Props): ReactElement {
  const { currency, counted, waiting, treasury, tax, offered } = money;
  const forHolders = counted - waiting - treasury - tax - offered;
  const show = (amount: bigint): ReactElement => (
    <Amount amount={amount} decimals={currency.decimals} symbol={currency.symbol} />
  );
  return (
    <Card hint={<TokenFacts currency={currency} />} title={`Money in ${currency.symbol}`}>
      <div className="flex flex-col gap-6">
        <Figures>
          <Figure hint="held until units vest, payable and owed" label="For holders">
            {show(forHolders)}
          </Figure>
          <Figure
            hint="what units that are not granted earned, and what was freed"
            label="For the treasury"
          >
            {show(treasury)}
          </Figure>
          <Figure hint="withheld of payments" label="For the tax account">
            {show(tax)}
          </Figure>
          <Figure hint="prices that holders can accept" label="On offer">
            {show(offered)}
          </Figure>
          <Figure hint="until a class takes part" label="Waits">
            {show(waiting)}
          </Figure>
          <Figure hint="arrived, counts once it is shared" label="Not shared yet">
            {show(money.arrived)}
          </Figure>
        </Figures>
        <Coverage {...money} />
        <ShareButton money={money} plan={plan} />
      </div>
    </Card>
  );
}

/** Whether the plan has all that it counted. */
function Coverage({ currency, balance, counted }: PlanMoney): ReactElement {
  if (balance === undefined) {
    return (
      <p className="flex items-center gap-2 text-sm text-bad">
        <Icon name="warning" />
        {currency.symbol} does not tell what the plan has of it: nothing of it is shared meanwhile.
      </p>
    );
  }
  const show = (amount: bigint): ReactElement => (
    <Amount amount={amount} decimals={currency.decimals} symbol={currency.symbol} />
  );
  const isCovered = balance >= counted;
  return (
    <p className={`flex items-center gap-x-2 text-sm ${isCovered ? "text-muted" : "text-bad"}`}>
      <Icon name={isCovered ? "check" : "warning"} />
      <span>
        The plan has {show(balance)} and counted {show(counted)}
        {isCovered ? "." : ": it owes more than it has."}
      </span>
    </p>
  );
}
