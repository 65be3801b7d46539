import { printableName } from "@core/text/printableName";
import { type ReactElement, useMemo, useState } from "react";
import type { Address } from "viem";
import { CurrencyChoice } from "../chain/CurrencyChoice";
import { ProgramGate } from "../chain/ProgramGate";
import type { ProgramState } from "../chain/ProgramState";
import { revisionOf } from "../chain/revisionOf";
import { tokensFirst } from "../chain/tokensFirst";
import type { Program } from "../chain/useProgram";
import { Compared } from "../second/Compared";
import { readProgramNumbers } from "../second/readProgramNumbers";
import { AmendmentCard } from "./AmendmentCard";
import { DisputesCard } from "./DisputesCard";
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

function ProgramView({
  program,
  state,
}: {
  program: Program;
  state: ProgramState;
}): ReactElement | null {
  const [chosen, setChosen] = useState<Address>();
  const read = useMemo(() => readProgramNumbers(program), [program]);
  const currencies = tokensFirst(program);
  const currency = currencies.find(({ address }) => address === chosen) ?? currencies[0];
  if (currency === undefined) return null;
  const card = { program, state, currency, revision: revisionOf(program, state) };
  return (
    <Compared address={program.address} name="program" read={read} revision={card.revision}>
      <title>{`${printableName(program.terms.name) || "Program"} – Tributary`}</title>
      <ProgramHead
        program={program}
        state={state}
        tools={
          <CurrencyChoice
            chosen={currency}
            currencies={currencies}
            label="Currency"
            onChoose={({ address }) => setChosen(address)}
          />
        }
      />
      <TotalsCard {...card} />
      <FlowCard {...card} />
      <SalesCard key={`sales ${currency.address}`} {...card} />
      <DisputesCard {...card} />
      <PartnersCard {...card} />
      {program.terms.standing.length > 0 && <StandingCard {...card} />}
      <AmendmentCard {...card} />
      <TermsCard currencies={program.currencies} terms={program.terms} />
      <FactsCard {...card} />
    </Compared>
  );
}
