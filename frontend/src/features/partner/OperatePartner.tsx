import type { LedgerPartner } from "@core/ledger/Ledger";
import { printableName } from "@core/text/printableName";
import { programAbi } from "@generated/abis/Program";
import { type ReactElement, useState } from "react";
import { encodeFunctionData } from "viem";
import { Field } from "../../components/Field";
import { Select } from "../../components/Select";
import { useHolders } from "../chain/useHolders";
import { type PartnerNow, usePartners } from "../chain/usePartners";
import { actOf } from "../transaction/actOf";
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
  signers: readonly `0x${string}`[];
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
      <Why onChange={setReason} value={reason} />
    </UnfoldAct>
  );
}

function SetTier({ program, partner, now, signers }: Props): ReactElement {
  const [chosen, setChosen] = useState(`${now.nextTier}`);
  const [reason, setReason] = useState("");
  const tier = Number(chosen);
  const isSame = tier === now.tier && tier === now.nextTier;
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
      obstacle={isSame ? "Choose another tier first." : undefined}
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
        value={chosen}
      />
      <Why onChange={setReason} value={reason} />
    </UnfoldAct>
  );
}

function Why({
  value,
  onChange,
}: {
  value: string;
  onChange: (value: string) => void;
}): ReactElement {
  return (
    <Field
      hint="Stands on chain, for everybody to read"
      label="Why"
      onChange={(event) => onChange(event.currentTarget.value)}
      value={value}
    />
  );
}
