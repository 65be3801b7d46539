import type { LedgerDispute } from "@core/ledger/Ledger";
import { formatTime } from "@core/text/formatTime";
import type { ReactElement } from "react";
import { Badge } from "../../components/Badge";
import { Card } from "../../components/Card";
import { Id } from "../../components/Id";
import { Name } from "../../components/Name";
import { Pager } from "../../components/Pager";
import { Cell, Head, Table } from "../../components/Table";
import { usePages } from "../../components/usePages";
import { badgeOfDispute } from "../chain/badgeOfDispute";
import { hasOwnReason } from "../chain/hasOwnReason";
import { PartyLink } from "../chain/PartyLink";
import { placeText } from "../chain/placeText";
import type { ProgramCardProps } from "./ProgramCardProps";

const PER_PAGE = 10;

/** Disputed sales, open ones first. Nothing where nobody ever disputed one. */
export function DisputesCard({ program, state }: ProgramCardProps): ReactElement | null {
  const all = [...state.past.disputes.values()].toReversed();
  const open = all.filter(({ ruling }) => ruling === undefined);
  const sorted = [...open, ...all.filter(({ ruling }) => ruling !== undefined)];
  const { shown, page, pages, setPage } = usePages(sorted, PER_PAGE);
  if (all.length === 0) return null;
  const partnerOf = ({ partner }: LedgerDispute): ReactElement => {
    if (partner === 0n) return <>a sale of the same id</>;
    const wallet = state.past.partners.find(({ number }) => number === partner)?.wallet;
    return wallet === undefined ? (
      <>partner {partner.toString()}</>
    ) : (
      <PartyLink past={state.past} party={wallet} program={program} />
    );
  };
  return (
    <Card
      hint="A disputed sale’s lines are frozen until the arbiter decides. Without a decision by the deadline it stands as posted. Sales posted twice are here too."
      title="Disputes"
    >
      <Table label="Disputes">
        <thead>
          <tr>
            <Head>Sale</Head>
            <Head secondary>By</Head>
            <Head>State</Head>
            <Head secondary>Why</Head>
          </tr>
        </thead>
        <tbody>
          {shown.map((dispute) => {
            const { word, tone } = badgeOfDispute(dispute, state.head.time);
            return (
              <tr key={dispute.at}>
                <Cell>
                  <Id id={dispute.saleId} />
                  <span className="block text-xs text-muted">{placeText(dispute.at)}</span>
                  <span className="block sm:hidden">{partnerOf(dispute)}</span>
                </Cell>
                <Cell secondary>{partnerOf(dispute)}</Cell>
                <Cell>
                  <Badge tone={tone}>{word}</Badge>
                  {dispute.ruling === undefined && (
                    <span className="mt-1 block text-xs text-muted">
                      until {formatTime(dispute.deadline)}
                    </span>
                  )}
                </Cell>
                <Cell secondary>
                  {dispute.reason === "" ? (
                    <span className="text-muted">No reason given</span>
                  ) : (
                    <Name text={dispute.reason} />
                  )}
                  {hasOwnReason(dispute) && (
                    <span className="block text-muted">
                      Decided: <Name text={dispute.ruling?.reason ?? ""} />
                    </span>
                  )}
                </Cell>
              </tr>
            );
          })}
        </tbody>
      </Table>
      <Pager onPage={setPage} page={page} pages={pages} what="disputes" />
    </Card>
  );
}
