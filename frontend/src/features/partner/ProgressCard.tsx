import { monthsSince } from "@core/deal/missesOf";
import type { LedgerPartner } from "@core/ledger/Ledger";
import { type Goal, goalOfMilestone, goalsOfTier, type Standing } from "@core/terms/text/goalsOf";
import { formatMicro } from "@core/text/formatMicro";
import type { ReactElement, ReactNode } from "react";
import { Badge } from "../../components/Badge";
import { Card } from "../../components/Card";
import { Name } from "../../components/Name";
import { ProgressBar } from "../../components/ProgressBar";
import { QueryBoundary } from "../chain/QueryBoundary";
import { usePartners } from "../chain/usePartners";
import type { PartyCardProps } from "./PartyCardProps";
import { type PartnerProgress, type Reached, useProgress } from "./useProgress";

/** How far a partner is from the tiers and milestones that the terms offer. Nothing where they offer none. */
export function ProgressCard(card: PartyCardProps): ReactElement | null {
  const { terms } = card.program;
  const partner = card.state.ledger.partnerByWallet.get(card.party);
  if (partner === undefined || terms.graduations.length + terms.milestones.length === 0)
    return null;
  return (
    <Card
      hint="Counted over locked periods. Once all of a tier is reached, anyone may trigger it; it begins with the next period."
      title="Tiers and milestones"
    >
      <Progress partner={partner} {...card} />
    </Card>
  );
}

function Progress({ partner, ...card }: PartyCardProps & { partner: LedgerPartner }): ReactElement {
  const { program, party, revision, state } = card;
  const progress = useProgress(program, party, partner.number, revision);
  const now = usePartners(program, [partner], revision).data?.get(partner.number);
  const months = monthsSince(partner.joined, Number(state.head.time));
  return (
    <QueryBoundary query={progress} what="Reading what was reached">
      {(data) => (
        <div className="flex flex-col gap-8">
          {data.reached.map((reached) => (
            <InCurrency
              key={reached.currency.address}
              own={{ ...standingOf(reached), months, score: data.score }}
              paid={data.milestones}
              terms={program.terms}
              tier={now?.nextTier ?? partner.tier}
            />
          ))}
        </div>
      )}
    </QueryBoundary>
  );
}

/** Terms count in millionths of a currency. */
function standingOf({ currency, earned, sales }: Reached): Omit<Standing, "months" | "score"> {
  const scaled = (earned * 1_000_000n) / 10n ** BigInt(currency.decimals);
  return { earned: scaled, sales, symbol: currency.symbol };
}

interface Props {
  terms: PartyCardProps["program"]["terms"];
  own: Standing;
  tier: number;
  paid: PartnerProgress["milestones"];
}

function InCurrency({ terms, own, tier, paid }: Props): ReactElement {
  const next = terms.graduations.filter((graduation) => graduation.tier > tier);
  return (
    <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2">
      {next.map((graduation) => (
        <Goals goals={goalsOfTier(graduation, own)} key={graduation.tier}>
          Tier <Name text={terms.tiers[graduation.tier] ?? ""} /> in {own.symbol}
        </Goals>
      ))}
      {terms.milestones.map((milestone, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: milestones have no other identity
        <Goals goals={[goalOfMilestone(milestone, own)]} key={index}>
          <Name text={milestone.name} />: {formatMicro(milestone.pays)} {own.symbol}{" "}
          {((paid >> BigInt(index)) & 1n) === 1n && <Badge tone="good">paid</Badge>}
        </Goals>
      ))}
    </div>
  );
}

function Goals({ goals, children }: { goals: readonly Goal[]; children: ReactNode }): ReactElement {
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <h3 className="text-sm font-semibold wrap-anywhere">{children}</h3>
      {goals.map((goal) => (
        <ProgressBar key={goal.label} {...goal} />
      ))}
    </div>
  );
}
