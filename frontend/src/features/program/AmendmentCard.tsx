import type { LedgerAmendment } from "@core/ledger/Ledger";
import { compareTerms } from "@core/terms/text/compareTerms";
import { formatTime } from "@core/text/formatTime";
import { lazy, type ReactElement, Suspense } from "react";
import { Badge } from "../../components/Badge";
import { Card } from "../../components/Card";
import { HexText } from "../../components/HexText";
import { Name } from "../../components/Name";
import { Notice } from "../../components/Notice";
import { Uri } from "../../components/Uri";
import { useEver } from "../../components/useEver";
import { Waiting } from "../../components/Waiting";
import { keepUnits } from "../../lib/text/keepUnits";
import { PartyLink } from "../chain/PartyLink";
import { QueryBoundary } from "../chain/QueryBoundary";
import { type AmendmentStage, stageOfAmendment } from "../chain/stageOfAmendment";
import { type AmendmentNow, useAmendment } from "../chain/useAmendment";
import type { ProgramCardProps } from "./ProgramCardProps";

const AmendmentActs = lazy(async () => {
  const { AmendmentActs: component } = await import("./AmendmentActs");
  return { default: component };
});

/** Proposed amendments: what they change, from when, and whose consent is missing. Nothing where there was never one. */
export function AmendmentCard(card: ProgramCardProps): ReactElement | null {
  const { amendments } = card.state.past;
  if (amendments.length === 0) return null;
  return (
    <Card
      hint="Other terms begin with a period, after the notice. They never touch what was posted before."
      title="Amendments"
    >
      <ul className="flex flex-col gap-8">
        {amendments.toReversed().map((amendment, index) => (
          <li key={amendment.place.transaction}>
            <Amendment amendment={amendment} isLast={index === 0} card={card} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

const TONES = {
  Withdrawn: "plain",
  "In its notice": "warn",
  "In force": "good",
  Lapsed: "plain",
} as const satisfies Record<AmendmentStage, string>;

interface Props {
  amendment: LedgerAmendment;
  isLast: boolean;
  card: ProgramCardProps;
}

function Amendment({ amendment, isLast, card }: Props): ReactElement {
  const { program, state, revision } = card;
  const missing = amendment.needed.filter(({ line }) => !amendment.given.has(line));
  const stage = stageOfAmendment(amendment, state.head.time);
  const isWaiting = stage === "In its notice";
  const isOpen = isLast && isWaiting;
  const hasActs = useEver(isOpen);
  return (
    <div className="flex flex-col gap-4 text-sm">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Badge tone={TONES[stage]}>{stage}</Badge>
        <span>
          {isWaiting ? "In force from" : "From"} {formatTime(amendment.from)}
        </span>
        <span className="inline-flex flex-wrap items-center gap-1 text-muted">
          Terms <HexText hex={amendment.termsHash} href={undefined} what="hash" />
        </span>
        <span className="wrap-anywhere text-muted">
          Text: <Uri uri={amendment.uri} />
        </span>
      </div>
      {isWaiting && missing.length > 0 && (
        <Notice title="It comes into force only with these consents" tone="warn">
          <ul>
            {missing.map(({ line, holder }) => (
              <li className="flex flex-wrap gap-x-2" key={line}>
                <Name text={program.terms.standing[line]?.name ?? `line ${line}`} />
                <PartyLink past={state.past} party={holder} program={program} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {isOpen && <Proposed card={card} />}
      {hasActs && (
        <Suspense fallback={<Waiting what="Getting ready" />}>
          <AmendmentActs
            amendment={amendment}
            isOpen={isOpen}
            program={program}
            revision={revision}
          />
        </Suspense>
      )}
    </div>
  );
}

/** What the proposed terms change, in the words of the terms. */
function Proposed({ card: { program, revision } }: { card: ProgramCardProps }): ReactElement {
  const amendment = useAmendment(program, revision);
  return (
    <QueryBoundary query={amendment} what="Reading the proposed terms">
      {({ terms }: AmendmentNow) => {
        const changes = compareTerms(program.terms, terms, program.currencies);
        if (changes.length === 0) return <p>It says the same in other words.</p>;
        return (
          <dl className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
            {changes.map(({ title, before, after }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two parts of the terms may have one title
              <div className="min-w-0 leading-relaxed wrap-anywhere" key={index}>
                <dt className="font-semibold">
                  <bdi>{title}</bdi>
                </dt>
                <dd className="mt-1 text-muted">
                  <span className="font-medium">Now: </span>
                  {keepUnits(before ?? "not in the terms")}
                </dd>
                <dd className="mt-1">
                  <span className="font-medium">Then: </span>
                  {keepUnits(after ?? "not in the terms")}
                </dd>
              </div>
            ))}
          </dl>
        );
      }}
    </QueryBoundary>
  );
}
