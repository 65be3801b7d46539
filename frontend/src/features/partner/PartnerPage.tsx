import { printableName } from "@core/text/printableName";
import type { ReactElement } from "react";
import { type Address, getAddress } from "viem";
import { Icon } from "../../components/Icon";
import { programHref } from "../../lib/site/Route";
import { busiestFirst } from "../chain/busiestFirst";
import { ProgramGate } from "../chain/ProgramGate";
import { revisionOf } from "../chain/revisionOf";
import type { LedgerState } from "../chain/useLedger";
import type { Program } from "../chain/useProgram";
import { ClaimsCard } from "./ClaimsCard";
import { LinesCard } from "./LinesCard";
import { MoneyCard } from "./MoneyCard";
import { PartnerHead } from "./PartnerHead";
import { PeriodsCard } from "./PeriodsCard";
import { ProgressCard } from "./ProgressCard";

interface Props {
  address: Address;
  party: Address;
}

/** What each part of the page shows: one party of one program at one time. */
export interface PartyPart {
  readonly program: Program;
  readonly state: LedgerState;
  readonly party: Address;
  readonly revision: string;
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

function PartyView({ program, state, party }: Omit<PartyPart, "revision">): ReactElement {
  // A partner goes by the wallet it was enrolled with, wherever it is paid.
  const address = getAddress(party);
  const identity = state.ledger.movedFrom.get(address) ?? address;
  const part = { program, state, party: identity, revision: revisionOf(program, state) };
  const name = state.ledger.partnerByWallet.get(part.party)?.name ?? part.party;
  return (
    <>
      <title>{`${printableName(name)} – ${program.terms.name} – Tributary`}</title>
      <PartnerHead {...part} />
      {busiestFirst(program, state).map((currency) => (
        <MoneyCard currency={currency} key={currency.address} {...part} />
      ))}
      <ProgressCard {...part} />
      <PeriodsCard {...part} />
      <LinesCard {...part} />
      <ClaimsCard {...part} />
    </>
  );
}
