import { formatDate } from "@core/text/formatDate";
import { shortenHex } from "@core/text/shortenHex";
import type { ReactElement } from "react";
import { Badge } from "../../components/Badge";
import { HexText } from "../../components/HexText";
import { Name } from "../../components/Name";
import { useChainInfo } from "../chain/ChainContext";
import { explorerLink } from "../chain/explorerLink";
import { NotListed } from "../chain/NotListed";
import { PartyLink } from "../chain/PartyLink";
import { PlanLink } from "../chain/PlanLink";
import { usePartners } from "../chain/usePartners";
import type { PartyCardProps } from "./PartyCardProps";
import { PayoutFacts } from "./PayoutFacts";
import { rolesOfParty } from "./rolesOfParty";
import { usePartner } from "./usePartner";

const STATUSES = ["Not enrolled", "Active", "Suspended", "Left"];

/** Who the party is to the program. */
export function PartnerHead(card: PartyCardProps): ReactElement {
  const { program, state, party, revision } = card;
  const { explorer } = useChainInfo();
  const partner = usePartner(card);
  const { lines, isTreasury } = rolesOfParty(program, party);
  return (
    <div className="min-w-0">
      <p className="text-sm font-medium text-accent">
        <Name text={program.terms.name} />
      </p>
      <NotListed address={program.address} what="program" />
      <h1 className="mt-2 text-3xl font-semibold tracking-tight sm:text-4xl">
        <Name text={partner?.name ?? nameOf(program, party)} />
      </h1>
      <div className="mt-3 flex min-h-26 flex-wrap content-start items-center gap-x-4 gap-y-2 text-sm text-muted sm:min-h-8">
        <HexText hex={party} href={explorerLink(explorer, "address", party)} what="address" />
        <PartnerFacts party={party} program={program} revision={revision} state={state} />
        {lines.map(({ line, index }) => (
          <Badge key={index} tone="accent">
            standing line <Name text={line.name} />
          </Badge>
        ))}
        {lines.length > 0 && <PlanLink address={party} />}
        {isTreasury && <Badge tone="accent">the operator’s treasury</Badge>}
        {partner === undefined && lines.length === 0 && !isTreasury && (
          <Badge>not a partner of this program</Badge>
        )}
      </div>
    </div>
  );
}

function PartnerFacts(card: PartyCardProps): ReactElement | null {
  const { program, state, party, revision } = card;
  const partner = usePartner(card);
  const details = usePartners(program, partner === undefined ? [] : [partner], revision);
  if (partner === undefined) return null;
  const now = details.data?.get(partner.number);
  const tier = now === undefined ? undefined : program.terms.tiers[now.tier];
  const next = now === undefined ? undefined : program.terms.tiers[now.nextTier];
  const referrer = state.past.partners.find(({ number }) => number === BigInt(partner.referrer));
  return (
    <>
      <span>Partner {partner.number.toString()}</span>
      {now !== undefined && (
        <Badge tone={now.status === 1 ? "good" : "warn"}>{STATUSES[now.status]}</Badge>
      )}
      {tier !== undefined && (
        <span>
          Tier <Name text={tier} />
          {next !== undefined && next !== tier && (
            <>
              , from period {now?.tierPeriod} <Name text={next} />
            </>
          )}
        </span>
      )}
      <span>
        {BigInt(partner.joined) > state.head.time ? "Joins" : "Joined"} {formatDate(partner.joined)}
      </span>
      <PayoutFacts party={party} program={program} revision={revision} state={state} />
      {referrer !== undefined && (
        <span>
          Referred by <PartyLink past={state.past} party={referrer.wallet} program={program} />
        </span>
      )}
    </>
  );
}

/** A party that is no partner goes by what the terms call it. */
function nameOf(program: PartyCardProps["program"], party: PartyCardProps["party"]): string {
  const { lines, isTreasury } = rolesOfParty(program, party);
  const names = lines.map(({ line }) => line.name);
  const all = isTreasury ? [...names, "Operator’s treasury"] : names;
  return all.length === 0 ? shortenHex(party) : all.join(", ");
}
