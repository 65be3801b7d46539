import type { Currency } from "@core/currency/Currency";
import { sum } from "@core/money/sum";
import { formatTime } from "@core/text/formatTime";
import { printableName } from "@core/text/printableName";
import type { ReactElement } from "react";
import { AllDigits } from "../../components/AllDigits";
import { Amount } from "../../components/Amount";
import { Card } from "../../components/Card";
import { Figure } from "../../components/Figure";
import { Figures as Grid } from "../../components/Figures";
import { Icon } from "../../components/Icon";
import { QueryBoundary } from "../chain/QueryBoundary";
import { TokenFacts } from "../chain/TokenFacts";
import { useAsk } from "../chain/useAsk";
import { usePayout } from "../chain/usePayout";
import { ClaimButton } from "../claim/ClaimButton";
import { figuresOf } from "./figuresOf";
import type { PartyCardProps } from "./PartyCardProps";
import { useAcceptance } from "./useAcceptance";
import { usePartner } from "./usePartner";
import { type PartyMoney, usePartyMoney } from "./usePartyMoney";
import { usePeriods } from "./usePeriods";

type Props = PartyCardProps & { currency: Currency };

/** What a party has in one currency, and the claim. */
export function MoneyCard(props: Props): ReactElement {
  const { currency, ...card } = props;
  const money = usePartyMoney(card, currency);
  return (
    <Card hint={<TokenFacts currency={currency} />} title={`Money in ${currency.symbol}`}>
      <div className="min-h-104">
        <QueryBoundary query={money} what="Reading the balance">
          {(data) => (
            <div className="flex flex-col gap-6">
              {data.answers ? <Claims {...props} money={data} /> : <Waits {...props} />}
              <Figures {...props} money={data} />
              <HeldUntil {...props} />
            </div>
          )}
        </QueryBoundary>
      </div>
    </Card>
  );
}

function Figures({ money, currency, ...card }: Props & { money: PartyMoney }): ReactElement {
  const { program, state, party } = card;
  const isPartner = usePartner(card) !== undefined;
  const lines = useAsk(program, state, "reversed", party, currency.address);
  const reversed =
    state.isWhole && lines.data !== undefined
      ? sum(lines.data.map((line) => line.reversed))
      : undefined;
  return (
    <Grid>
      {figuresOf(money, reversed, isPartner).map(([label, amount, hint]) => (
        <Figure hint={hint} key={label} label={label}>
          {amount === undefined ? (
            <span>…</span>
          ) : (
            <>
              <Amount amount={amount} decimals={currency.decimals} symbol={currency.symbol} />
              <AllDigits amount={amount} decimals={currency.decimals} />
            </>
          )}
        </Figure>
      ))}
    </Grid>
  );
}

function HeldUntil({ currency, ...card }: Props): ReactElement | null {
  const periods = usePeriods(card, currency);
  const held = (periods.data ?? []).filter((period) => period.held > 0n);
  if (held.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1.5 text-sm">
      {held.map((period) => (
        <li className="flex flex-wrap items-center gap-x-2" key={period.period}>
          <Icon className="text-muted" name="clock" />
          <Amount amount={period.held} decimals={currency.decimals} symbol={currency.symbol} />
          <span className="text-muted">
            of period {period.period} lock on {formatTime(period.locks)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Waits({ currency }: Props): ReactElement {
  return (
    <p className="flex items-center gap-2 text-sm text-bad">
      <Icon name="warning" />
      {currency.symbol} does not answer, so nothing of it can be paid now. The balance stays.
    </p>
  );
}

/** A claim of a standing line or of the residual pays whatever else is claimable along with it. */
function Claims({ money, currency, ...card }: Props & { money: PartyMoney }): ReactElement {
  const { program, party, revision } = card;
  const { account, payable, lines, residual } = money;
  const wallet = usePayout(program, party, revision).data?.wallet;
  const isWaiting = useAcceptance(card) === "missing";
  const claimable = isWaiting ? payable : account.claimable;
  const others = lines.length > 0 || residual !== undefined;
  const hasOwn = !others || account.claimable > 0n || account.claimed > 0n;
  const shared = { program: program.address, currency, wallet };
  const call = { party, currency: currency.address };
  return (
    <div className="flex flex-col gap-4">
      {hasOwn && (
        <ClaimButton
          {...shared}
          amount={claimable}
          call={{ what: "party", ...call }}
          verb="Claim"
          waits={isWaiting ? "What it was credited waits until it accepts the terms." : undefined}
        />
      )}
      {lines.map(({ index, name, locked }) => (
        <ClaimButton
          {...shared}
          amount={locked === 0n ? 0n : locked + claimable}
          call={{ what: "line", line: BigInt(index), ...call }}
          key={index}
          verb={`Claim with line “${printableName(name)}”`}
        />
      ))}
      {residual !== undefined && (
        <ClaimButton
          {...shared}
          amount={residual === 0n ? 0n : residual + claimable}
          call={{ what: "residual", ...call }}
          verb="Claim with the residual"
        />
      )}
    </div>
  );
}
