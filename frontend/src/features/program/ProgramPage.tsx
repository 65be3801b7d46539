import { type ReactElement, useState } from "react";
import type { Address } from "viem";
import { Choice } from "../../components/Choice";
import { totalsOf } from "../../lib/ledger/totalsOf";
import type { Currency } from "../chain/Currency";
import { ProgramGate } from "../chain/ProgramGate";
import { revisionOf } from "../chain/revisionOf";
import type { LedgerState } from "../chain/useLedger";
import type { Program } from "../chain/useProgram";
import { FactsCard } from "./FactsCard";
import { FlowCard } from "./FlowCard";
import { PartnersCard } from "./PartnersCard";
import { ProgramHead } from "./ProgramHead";
import { SalesCard } from "./SalesCard";
import { StandingCard } from "./StandingCard";
import { TermsCard } from "./TermsCard";
import { TotalsCard } from "./TotalsCard";

/** A program: what it is, what its terms say, and every sale and party of it. */
export function ProgramPage({ address }: { address: Address }): ReactElement {
  return (
    <ProgramGate address={address}>
      {(program, state) => <ProgramView program={program} state={state} />}
    </ProgramGate>
  );
}

/** What each part of the page shows: one currency of one program at one time. */
export interface ProgramPart {
  readonly program: Program;
  readonly state: LedgerState;
  readonly currency: Currency;
  readonly revision: string;
}

function ProgramView({
  program,
  state,
}: {
  program: Program;
  state: LedgerState;
}): ReactElement | null {
  const [chosen, setChosen] = useState<Address>();
  const currency = currencyOf(program, state, chosen);
  if (currency === undefined) return null;
  const part = { program, state, currency, revision: revisionOf(program, state) };
  return (
    <>
      <title>{`${program.terms.name} – Tributary`}</title>
      <ProgramHead
        program={program}
        state={state}
        tools={
          program.currencies.length > 1 && (
            <Choice
              label="Currency"
              onChoose={(value) => setChosen(program.currencies[Number(value)]?.address)}
              options={program.currencies.map(({ symbol }, index) => ({
                value: `${index}`,
                label: symbol,
              }))}
              value={`${program.currencies.indexOf(currency)}`}
            />
          )
        }
      />
      <TotalsCard {...part} />
      <FlowCard {...part} />
      <SalesCard key={`sales ${currency.address}`} {...part} />
      <PartnersCard {...part} />
      {program.terms.standing.length > 0 && <StandingCard {...part} />}
      <TermsCard program={program} />
      <FactsCard program={program} state={state} />
    </>
  );
}

/** The chosen currency, at first the one with the most sales. */
function currencyOf(
  { currencies }: Program,
  { ledger }: LedgerState,
  chosen: Address | undefined,
): Currency | undefined {
  const byChoice = currencies.find(({ address }) => address === chosen);
  if (byChoice !== undefined) return byChoice;
  const counted = currencies.map((currency) => ({
    currency,
    sales: totalsOf(ledger, currency.address).sales,
  }));
  return counted.toSorted((a, b) => b.sales - a.sales)[0]?.currency;
}
