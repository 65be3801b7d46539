import { lazy, type ReactElement, Suspense } from "react";
import { getAddress } from "viem";
import { Amount } from "../../components/Amount";
import { Card } from "../../components/Card";
import { Name } from "../../components/Name";
import { Pager } from "../../components/Pager";
import { Cell, Head, Table } from "../../components/Table";
import { useEver } from "../../components/useEver";
import { usePages } from "../../components/usePages";
import { PartyLink } from "../chain/PartyLink";
import { PlanLink } from "../chain/PlanLink";
import { QueryBoundary } from "../chain/QueryBoundary";
import { useAsk } from "../chain/useAsk";
import { useStandingEarnings } from "../chain/useStandingEarnings";
import { useStandingLineStates } from "../chain/useStandingLineStates";
import type { ProgramCardProps } from "./ProgramCardProps";
import { StandingLineNotes } from "./StandingLineNotes";

const LineActs = lazy(async () => {
  const { LineActs: component } = await import("./LineActs");
  return { default: component };
});

const PER_PAGE = 10;

/** What each standing line has earned, by the program's views. */
export function StandingCard({
  program,
  state,
  currency,
  revision,
}: ProgramCardProps): ReactElement {
  const standing = useStandingEarnings(program, currency, revision);
  const lines = program.terms.standing.map((line, index) => ({ line, index }));
  const { shown, page, pages, setPage } = usePages(lines, PER_PAGE);
  const indices = shown.map(({ index }) => index);
  const states = useStandingLineStates(program, indices, currency, revision);
  const hasActs = useEver(
    [...(states.data?.values() ?? [])].some(({ price, arrears }) => price + arrears > 0n),
  );
  const amount = (value: bigint): ReactElement => (
    <Amount amount={value} decimals={currency.decimals} />
  );
  const past = useAsk(program, state, "settled", currency.address, lines.length);
  const settled = state.isAll ? past.data : undefined;
  return (
    <Card
      hint="They earn a rate of all revenue of their kinds, whoever brought it. The holder’s page has the claim."
      title="Standing lines"
    >
      <QueryBoundary query={standing} what="Reading the standing lines">
        {(earnings) => (
          <Table label="Standing lines">
            <thead>
              <tr>
                <Head>Line</Head>
                <Head secondary>Holder</Head>
                <Head numeric secondary>
                  Held ({currency.symbol})
                </Head>
                <Head numeric phoneEnd>
                  Locked, to settle ({currency.symbol})
                </Head>
                <Head numeric secondary>
                  Settled ({currency.symbol})
                </Head>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ line, index }) => {
                const notes = states.data?.get(index);
                const holder = (
                  <span className="flex flex-wrap gap-x-2">
                    <PartyLink past={state.past} party={line.holder} program={program} />
                    <PlanLink address={getAddress(line.holder)} />
                  </span>
                );
                return (
                  <tr key={index}>
                    <Cell>
                      <Name text={line.name} />
                      <span className="block sm:hidden">{holder}</span>
                      {notes !== undefined && (
                        <StandingLineNotes
                          currency={currency}
                          line={line}
                          now={state.head.time}
                          program={program}
                          state={notes}
                        />
                      )}
                    </Cell>
                    <Cell secondary>{holder}</Cell>
                    <Cell numeric secondary>
                      {amount(earnings[index]?.held ?? 0n)}
                    </Cell>
                    <Cell numeric phoneEnd>
                      {amount(earnings[index]?.locked ?? 0n)}
                    </Cell>
                    <Cell numeric secondary>
                      {settled === undefined ? "…" : amount(settled[index] ?? 0n)}
                    </Cell>
                  </tr>
                );
              })}
            </tbody>
          </Table>
        )}
      </QueryBoundary>
      <Pager onPage={setPage} page={page} pages={pages} what="standing lines" />
      {hasActs && (
        <Suspense>
          <div className="mt-6 flex flex-col gap-6">
            {[...(states.data ?? [])].map(([line, one]) => (
              <LineActs
                {...{ program, currency, revision, line }}
                key={line}
                now={state.head.time}
                standing={one}
              />
            ))}
          </div>
        </Suspense>
      )}
    </Card>
  );
}
