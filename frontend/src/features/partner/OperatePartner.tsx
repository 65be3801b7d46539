import type { LedgerPartner } from "@core/ledger/Ledger";
import { printableName } from "@core/text/printableName";
import { programAbi } from "@generated/abis/Program";
import { type ReactElement, useState } from "react";
import { type Address, encodeFunctionData } from "viem";
import { Select } from "../../components/Select";
import { useHolders } from "../chain/useHolders";
import { type PartnerNow, usePartners } from "../chain/usePartners";
import { actOf } from "../transaction/actOf";
import { ReasonField } from "../transaction/ReasonField";
import { UnfoldAct } from "../transaction/UnfoldAct";
import type { PartyCardProps } from "./PartyCardProps";
import { usePartner } from "./usePartner";

const ACTIVE = 1;
const SUSPENDED = 2;

/** What the operator may do about a partner: suspend it, have it back, give it another tier. */
export function OperatePartner(card: PartyCardProps): ReactElement | null {
  const { program, revision } = card;
  const partner = usePartner(card);
  const holders = useHolders(program, revision).data;
  const details = usePartners(program, partner === undefined ? [] : [partner], revision);
  const now = partner && details.data?.get(partner.number);
  if (partner === undefined || now === undefined || holders === undefined) return null;
  const act = { ...{ program, partner, now }, signers: [holders.operator] };
  return (
    <>
      <SetStatus {...act} />
      {program.terms.tiers.length > 1 && <SetTier {...act} />}
    </>
  );
}

interface Props extends Pick<PartyCardProps, "program"> {
  partner: LedgerPartner;
  now: PartnerNow;
  signers: readonly Address[];
}

function SetStatus({ program, partner, now, signers }: Props): ReactElement {
  const [reason, setReason] = useState("");
  const isActive = now.status === ACTIVE;
  const status = isActive ? SUSPENDED : ACTIVE;
  return (
    <UnfoldAct
      call={actOf(program.address, () =>
        encodeFunctionData({
          ...{ abi: programAbi, functionName: "setStatus" },
          args: [partner.number, status, reason],
        }),
      )}
      done={() => ({ title: "Done", told: "It counts at once" })}
      hint={() =>
        isActive
          ? "It is credited no more, at once. What it earned stays its own, and claimable."
          : "It can be credited again, at once."
      }
      isOpen={isActive || now.status === SUSPENDED}
      opener={isActive ? "Suspend this partner" : "Have this partner back"}
      obstacle={isActive && reason.trim() === "" ? "Say why first." : undefined}
      signers={signers}
      verb={isActive ? "Suspend it" : "Have it back"}
      what="it"
    >
      <ReasonField onChange={setReason} value={reason} />
    </UnfoldAct>
  );
}

function SetTier({ program, partner, now, signers }: Props): ReactElement {
  // Where no change was ever made, no next tier is set.
  const coming = now.tierPeriod === 0 ? now.tier : now.nextTier;
  const [chosen, setChosen] = useState<string>();
  const [reason, setReason] = useState("");
  const tier = Number(chosen ?? coming);
  return (
    <UnfoldAct
      call={actOf(program.address, () =>
        encodeFunctionData({
          ...{ abi: programAbi, functionName: "setTier" },
          args: [partner.number, tier, reason],
        }),
      )}
      done={() => ({ title: "Done", told: "It counts from the next period on" })}
      hint={() => "From the next period’s start. Posted sales keep their rates."}
      opener="Give it another tier"
      obstacle={tier === coming ? "Choose another tier first." : undefined}
      signers={signers}
      verb="Give it the tier"
      what="it"
    >
      <Select
        hint="By which its rates may rise"
        label="Tier from the next period on"
        onChange={(event) => setChosen(event.currentTarget.value)}
        options={program.terms.tiers.map((name, index) => ({
          value: `${index}`,
          label: printableName(name),
        }))}
        value={`${tier}`}
      />
      <ReasonField onChange={setReason} value={reason} />
    </UnfoldAct>
  );
}
