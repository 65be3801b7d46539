import type { Currency } from "@core/currency/Currency";
import { finalFrom } from "@core/deal/periods";
import type { LedgerDispute } from "@core/ledger/Ledger";
import type { PartyLine } from "@core/ledger/linesOf";
import { formatDate } from "@core/text/formatDate";
import { formatTime } from "@core/text/formatTime";
import { type ReactElement, useState } from "react";
import { Amount } from "../../components/Amount";
import { Badge } from "../../components/Badge";
import { Card } from "../../components/Card";
import { Empty } from "../../components/Empty";
import { Id } from "../../components/Id";
import { Name } from "../../components/Name";
import { Pager } from "../../components/Pager";
import { Cell, Head, Table } from "../../components/Table";
import type { Answer } from "../../history/QUESTIONS";
import { badgeOfDispute } from "../chain/badgeOfDispute";
import { ReadingPast } from "../chain/PastGate";
import { useAsk } from "../chain/useAsk";
import { useBlockTimes } from "../chain/useBlockTimes";
import type { PartyCardProps } from "./PartyCardProps";
import { Why } from "./Why";

const PER_PAGE = 10;
const NONE: Answer<"lines"> = { shown: [], count: 0 };

/** Every line of a party with the rate that made it, newest first. */
export function LinesCard({ program, state, party }: PartyCardProps): ReactElement {
  const { head, past } = state;
  const [page, setPage] = useState(0);
  const asked = useAsk(program, state, "lines", party, { page, size: PER_PAGE });
  const { shown, count } = asked.data ?? NONE;
  const times = useBlockTimes(shown.map(({ line }) => line.sale.place));
  const pages = Math.max(1, Math.ceil(count / PER_PAGE));
  return (
    <Card
      hint="Each amount earned on a sale, and why. A rate is frozen when the sale is posted."
      title="Lines"
    >
      {!state.isWhole && (
        <div className="mb-6">
          <ReadingPast state={state} />
        </div>
      )}
      {count === 0 ? (
        <Empty>
          {state.isWhole && asked.data !== undefined
            ? "No sale has a line for this address."
            : "None of them is read yet."}
        </Empty>
      ) : (
        <Table label="Lines">
          <thead>
            <tr>
              <Head>Sale</Head>
              <Head secondary>Why</Head>
              <Head secondary>State</Head>
              <Head numeric>Line (unit in the row)</Head>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ line, isDuplicate }) => {
              const currency = unitOf(program.currencies, line);
              const { at } = line.sale;
              const time = times.get(line.sale.place.block);
              const locksAt = time && BigInt(finalFrom(program.terms, Number(time)));
              const dispute = past.disputes.get(at);
              const state = <LockState dispute={dispute} locksAt={locksAt} now={head.time} />;
              const why = <Why currency={currency} line={line} terms={program.terms} />;
              return (
                <tr key={`${at} ${line.index}`}>
                  <Cell>
                    <span className="font-medium">
                      <Id id={line.sale.id} />
                    </span>{" "}
                    {isDuplicate && <Badge tone="warn">Duplicate</Badge>}
                    <span className="block text-xs text-muted">
                      <Name text={program.terms.kinds[line.sale.kind] ?? "?"} />
                      {time !== undefined && ` · ${formatDate(time)}`}
                    </span>
                    <span className="mt-1 block sm:hidden">
                      {why}
                      <span className="mt-1 block">{state}</span>
                    </span>
                  </Cell>
                  <Cell secondary>{why}</Cell>
                  <Cell secondary>{state}</Cell>
                  <Cell numeric>
                    <Amount
                      amount={line.amount}
                      decimals={currency.decimals}
                      symbol={currency.symbol}
                    />
                    {line.reversed > 0n && (
                      <span className="block text-xs text-muted">
                        <Amount amount={line.reversed} decimals={currency.decimals} /> reversed
                      </span>
                    )}
                  </Cell>
                </tr>
              );
            })}
          </tbody>
        </Table>
      )}
      <Pager onPage={setPage} page={Math.min(page, pages - 1)} pages={pages} what="lines" />
    </Card>
  );
}

/** A dispute that is open, or that the arbiter did not end with the sale as it was, goes before the hold. */
function LockState({
  dispute,
  locksAt,
  now,
}: {
  dispute: LedgerDispute | undefined;
  locksAt: bigint | undefined;
  now: bigint;
}): ReactElement | string {
  if (dispute !== undefined) {
    const { word, tone } = badgeOfDispute(dispute, now);
    if (word !== "Stands") return <Badge tone={tone}>{word}</Badge>;
  }
  if (locksAt === undefined) return "…";
  return now >= locksAt ? (
    <Badge icon="lock" tone="good">
      Locked
    </Badge>
  ) : (
    <Badge icon="clock" tone="warn">
      Held, locks on {formatTime(locksAt)}
    </Badge>
  );
}

type Unit = Pick<Currency, "symbol" | "decimals">;

function unitOf(currencies: readonly Currency[], { sale }: PartyLine): Unit {
  const known = currencies.find(({ address }) => address === sale.currency);
  return known ?? { symbol: "?", decimals: 0 };
}
