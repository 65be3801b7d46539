import { counted } from "@core/text/counted";
import { programAbi } from "@generated/abis/Program";
import { type ReactElement, useState } from "react";
import { type Address, encodeFunctionData, zeroAddress, zeroHash } from "viem";
import { useConnection } from "wagmi";
import { Select } from "../../components/Select";
import { useHistoryLink } from "../chain/useHistory";
import { usePayout } from "../chain/usePayout";
import { ReasonField } from "../transaction/ReasonField";
import { UnfoldAct } from "../transaction/UnfoldAct";
import { canDispute } from "./canDispute";
import type { ProgramCardProps } from "./ProgramCardProps";
import { rolesToClaim } from "./rolesToClaim";
import type { SaleActsProps } from "./SaleActsProps";
import { saleActOf } from "./saleActOf";

/** A partner has a sale's lines frozen that it says is wrong, with the role that it has or claims, and why. */
export function DisputeSale(props: SaleActsProps): ReactElement {
  const { card, sale } = props;
  const { program, revision } = card;
  const { rules } = program.terms;
  const past = useHistoryLink(program.address);
  const party = usePartnerConnected(card);
  const wallet = usePayout(program, party ?? zeroAddress, revision).data?.wallet;
  const { isConnected } = useConnection();
  const [reason, setReason] = useState("");
  const [chosen, setChosen] = useState<string>();
  const roles = rolesToClaim(program.terms, sale, party);
  const role = chosen ?? roles[0]?.value ?? "0";
  return (
    <UnfoldAct
      call={saleActOf(program.address, past, sale.at, (shown) =>
        encodeFunctionData({
          ...{ abi: programAbi, functionName: "dispute" },
          args: [party ?? zeroAddress, shown, BigInt(role), reason, zeroHash],
        }),
      )}
      done={() => ({ title: "Disputed", told: "Its lines are frozen until the arbiter decides" })}
      hint={() => "It cannot be taken back."}
      isOpen={canDispute(props)}
      opener="Dispute this sale"
      obstacle={obstacleOf(isConnected && party === undefined, reason.trim() === "")}
      {...(party !== undefined && wallet !== undefined && { signers: [wallet] })}
      verb="Dispute it"
      what="the dispute"
    >
      <p className="text-sm text-muted">
        {`Any partner may. The sale’s lines are then in nobody’s balance until the arbiter decides; if it has not by the end of ${counted(rules.disputePeriods, "period")} after this one, the sale stands. Each partner has ${counted(rules.disputes, "dispute")} a period.`}
      </p>
      <Select
        hint="The one that you have a line of, or that you say you played"
        label="Your role in it"
        onChange={(event) => setChosen(event.currentTarget.value)}
        options={roles}
        value={role}
      />
      <ReasonField label="What is wrong with it" onChange={setReason} value={reason} />
    </UnfoldAct>
  );
}

/** The partner that the connected wallet speaks for, or was enrolled as. */
function usePartnerConnected({ state }: ProgramCardProps): Address | undefined {
  const { address } = useConnection();
  if (address === undefined) return undefined;
  const party = state.past.movedFrom.get(address) ?? address;
  return state.past.partnerByWallet.has(party) ? party : undefined;
}

function obstacleOf(isStranger: boolean, isMute: boolean): string | undefined {
  if (isStranger) return "Only a partner of this program can, from its own wallet.";
  return isMute ? "Say what is wrong with it first." : undefined;
}
