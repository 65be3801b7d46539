import { printableName } from "@core/text/printableName";
import { type ReactElement, useMemo } from "react";
import { type Address, getAddress } from "viem";
import { Icon } from "../../components/Icon";
import { programHref } from "../../lib/site/Route";
import { ProgramGate } from "../chain/ProgramGate";
import { revisionOf } from "../chain/revisionOf";
import { tokensFirst } from "../chain/tokensFirst";
import { Compared } from "../second/Compared";
import { readProgramNumbers } from "../second/readProgramNumbers";
import { AcceptTerms } from "./AcceptTerms";
import { ClaimsCard } from "./ClaimsCard";
import { LinesCard } from "./LinesCard";
import { MoneyCard } from "./MoneyCard";
import { PartnerHead } from "./PartnerHead";
import type { PartyCardProps } from "./PartyCardProps";
import { PeriodsCard } from "./PeriodsCard";
import { ProgressCard } from "./ProgressCard";
import { SettingsCard } from "./SettingsCard";

interface Props {
  address: Address;
  party: Address;
}

/** A party: everything it earned, why, from when on it is final, and how to claim it. */
export function PartnerPage({ address, party }: Props): ReactElement {
  return (
    <>
      <a
        className="-mb-2 inline-flex items-center gap-1.5 self-start text-sm font-medium text-accent"
        href={programHref(address)}
      >
        <Icon className="rotate-180" name="chevron" />
        The program
      </a>
      <ProgramGate address={address}>
        {(program, state) => <PartyView party={party} program={program} state={state} />}
      </ProgramGate>
    </>
  );
}

function PartyView({ program, state, party }: Omit<PartyCardProps, "revision">): ReactElement {
  // A partner goes by the wallet it was enrolled with, wherever it is paid.
  const address = getAddress(party);
  const identity = state.past.movedFrom.get(address) ?? address;
  const card = { program, state, party: identity, revision: revisionOf(program, state) };
  const read = useMemo(() => readProgramNumbers(program, identity), [program, identity]);
  const name = state.past.partnerByWallet.get(card.party)?.name ?? card.party;
  return (
    <Compared address={program.address} name={identity} read={read} revision={card.revision}>
      <title>{`${printableName(name)} – ${printableName(program.terms.name)} – Tributary`}</title>
      <PartnerHead {...card} />
      <AcceptTerms {...card} />
      {tokensFirst(program).map((currency) => (
        <MoneyCard currency={currency} key={currency.address} {...card} />
      ))}
      <ProgressCard {...card} />
      <PeriodsCard {...card} />
      <LinesCard {...card} />
      <ClaimsCard {...card} />
      <SettingsCard {...card} />
    </Compared>
  );
}
