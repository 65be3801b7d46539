import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactElement, ReactNode } from "react";
import { Button } from "../../components/Button";
import { Notice } from "../../components/Notice";
import { Waiting } from "../../components/Waiting";
import { explainError } from "../../lib/errors/explainError";

interface Props<Data> {
  query: UseQueryResult<Data>;
  what: string;
  children: (data: Data) => ReactNode;
}

/** What a view of the program answers, or the wait for it, or why it doesn't. */
export function QueryBoundary<Data>({ query, what, children }: Props<Data>): ReactElement {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) {
    const { title, detail } = explainError(query.error);
    return (
      <Notice
        action={<Button onClick={() => void query.refetch()}>Try again</Button>}
        title={title}
        tone="bad"
      >
        {detail}
      </Notice>
    );
  }
  return <Waiting what={what} />;
}
