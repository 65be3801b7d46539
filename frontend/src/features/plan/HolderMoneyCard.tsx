import { sum } from "@core/money/sum";
import { formatPercentage } from "@core/text/formatPercentage";
import type { ReactElement } from "react";
import { type Address, isAddressEqual } from "viem";
import { AllDigits } from "../../components/AllDigits";
import { Amount } from "../../components/Amount";
import { Card } from "../../components/Card";
import { Figure } from "../../components/Figure";
import { Figures } from "../../components/Figures";
import { Notice } from "../../components/Notice";
import { keepUnits } from "../../lib/text/keepUnits";
import { TokenFacts } from "../chain/TokenFacts";
import { useDoubt } from "../second/ComparisonContext";
import { ActButton } from "../transaction/ActButton";
import type { HolderCardProps } from "./HolderCardProps";
import { planClaimOf } from "./planClaimOf";
import { ShareButton } from "./ShareButton";
import type { LiveGrant } from "./useGrants";
import type { PlanMoney } from "./usePlanNow";

type Props = HolderCardProps & { money: PlanMoney };

/** What a holder's grants have in one currency, and the claim. */
export function HolderMoneyCard({ plan, holder, grants, money }: Props): ReactElement {
  const { currency, arrived, balance } = money;
  const doubt = useDoubt();
  const { held, payable, paid } = sumsOf(grants, currency.index);
  const due = grants.filter((grant) => dueOf(grant, currency.index) > 0n).map(({ id }) => id);
  const show = (amount: bigint): ReactElement => (
    <Amount amount={amount} decimals={currency.decimals} symbol={currency.symbol} />
  );
  return (
    <Card hint={<TokenFacts currency={currency} />} title={`Money in ${currency.symbol}`}>
      <div className="flex flex-col gap-6">
        <Figures>
          <Figure hint={withheldIn(grants)} label="Payable">
            {show(payable)}
            <AllDigits amount={payable} decimals={currency.decimals} />
          </Figure>
          <Figure hint="earned by units that are not vested" label="Held">
            {show(held)}
            <AllDigits amount={held} decimals={currency.decimals} />
          </Figure>
          <Figure hint="so far, what was withheld included" label="Paid">
            {show(paid)}
            <AllDigits amount={paid} decimals={currency.decimals} />
          </Figure>
        </Figures>
        <ActButton
          amount={payable > 0n && show(payable)}
          call={planClaimOf(plan.address, due, currency)}
          done={(amount) => ({ title: "Paid", told: show(amount) })}
          hint={(account) => `${hintOf(account, holder)}${doubt}`}
          look="primary"
          obstacle={obstacleOf(payable, balance, currency.symbol)}
          verb="Claim"
          what="the claim"
        />
        {arrived > 0n && (
          <Notice title={`More ${currency.symbol} has arrived in the plan`} tone="info">
            {show(arrived)} counts once it is shared among all who take part. Share it, then claim
            what of it is yours.
          </Notice>
        )}
        <ShareButton money={money} plan={plan} />
      </div>
    </Card>
  );
}

function dueOf({ earnings }: LiveGrant, index: number): bigint {
  const { payable_ = 0n, owed = 0n } = earnings[index] ?? {};
  return payable_ + owed;
}

function sumsOf(grants: readonly LiveGrant[], index: number) {
  return {
    held: sum(grants.map(({ earnings }) => earnings[index]?.held ?? 0n)),
    paid: sum(grants.map(({ earnings }) => earnings[index]?.paid ?? 0n)),
    payable: sum(grants.map((grant) => dueOf(grant, index))),
  };
}

function withheldIn(grants: readonly LiveGrant[]): string {
  const [rate = 0, ...others] = new Set(grants.map(({ withholding }) => withholding));
  if (others.length > 0) return "a part of it goes to the tax account, by each grant’s rate";
  if (rate === 0) return "now, and nobody can lower it";
  return `${keepUnits(formatPercentage(rate))} of it goes to the tax account`;
}

function obstacleOf(
  payable: bigint,
  balance: bigint | undefined,
  symbol: string,
): string | undefined {
  if (balance === undefined)
    return `${symbol} does not answer, so nothing of it can be paid now. What is payable stays.`;
  return payable === 0n ? "Nothing to claim now." : undefined;
}

function hintOf(account: Address | undefined, holder: Address): string {
  if (account === undefined) return "Anyone may claim: the money goes to the holder.";
  if (!isAddressEqual(account, holder)) return "You pay the gas; the money goes to the holder.";
  return "Paid to your own address.";
}
