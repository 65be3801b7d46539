import { amountOf } from "@core/deal/amountOf";
import { monthsSince } from "@core/deal/missesOf";
import type { LedgerPartner } from "@core/ledger/Ledger";
import { type Goal, goalOfMilestone, goalsOfTier, type Standing } from "@core/terms/text/goalsOf";
import type { ReactElement, ReactNode } from "react";
import { Amount } from "../../components/Amount";
import { Badge } from "../../components/Badge";
import { Card } from "../../components/Card";
import { Name } from "../../components/Name";
import { ProgressBar } from "../../components/ProgressBar";
import { QueryBoundary } from "../chain/QueryBoundary";
import { usePartners } from "../chain/usePartners";
import type { PartyCardProps } from "./PartyCardProps";
import { usePartner } from "./usePartner";
import { type PartnerProgress, useProgress } from "./useProgress";

/** How far a partner is from the tiers and milestones that the terms offer. Nothing where they offer none. */
export function ProgressCard(card: PartyCardProps): ReactElement | null {
  const { terms } = card.program;
  const partner = usePartner(card);
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
              own={{ ...reached, months, score: data.score }}
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

interface Props {
  terms: PartyCardProps["program"]["terms"];
  own: Standing;
  tier: number;
  paid: PartnerProgress["milestones"];
}

function InCurrency({ terms, own, tier, paid }: Props): ReactElement {
  const { index: place, symbol, decimals } = own.currency;
  const next = terms.graduations
    .filter((graduation) => graduation.tier > tier)
    .map((graduation) => ({ tier: graduation.tier, goals: goalsOfTier(graduation, own) }))
    .filter(({ goals }) => goals.length > 0);
  return (
    <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2">
      {next.map((one) => (
        <Goals goals={one.goals} key={one.tier}>
          Tier <Name text={terms.tiers[one.tier] ?? ""} /> in {symbol}
        </Goals>
      ))}
      {terms.milestones.map((milestone, index) => {
        const pays = amountOf(milestone.pays, place);
        if (pays === 0n) return null;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: milestones have no other identity
          <Goals goals={[goalOfMilestone(milestone, own)]} key={index}>
            <Name text={milestone.name} />: <Amount amount={pays} decimals={decimals} /> {symbol}{" "}
            {((paid >> BigInt(index)) & 1n) === 1n && <Badge tone="good">paid</Badge>}
          </Goals>
        );
      })}
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
