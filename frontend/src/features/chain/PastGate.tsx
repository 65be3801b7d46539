import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactElement, ReactNode } from "react";
import { ProgressBar } from "../../components/ProgressBar";
import type { ProgramState } from "./ProgramState";
import { QueryBoundary } from "./QueryBoundary";

interface Props<Data> {
  state: ProgramState;
  /** How much has to be known: all that the program remembers, or claims and receipts too. */
  until: "isWhole" | "isAll";
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
}

/** What a program's past answers, once enough of it is read; until then how far that is. */
export function PastGate<Data>({ state, until, query, children }: Props<Data>): ReactElement {
  if (!state[until]) return <ReadingPast state={state} />;
  return (
    <QueryBoundary query={query} what="Reading the past">
      {children}
    </QueryBoundary>
  );
}

/** How far a program's past is read. */
export function ReadingPast({ state }: { state: ProgramState }): ReactElement {
  const { failure, share } = state;
  if (failure !== undefined)
    return (
      <p className="text-sm text-bad" role="alert">
        {failure.title}. {failure.detail} It is tried again.
      </p>
    );
  return (
    <ProgressBar
      label="Reading the past"
      part={share}
      text={`${Math.floor(share * 100)} % of it`}
    />
  );
}
