import type { ReactElement } from "react";
import { Button } from "./Button";

interface Props {
  what: string;
  page: number;
  pages: number;
  onPage: (page: number) => void;
}

/** Steps through a long list. Nothing where all of it is shown. */
export function Pager({ what, page, pages, onPage }: Props): ReactElement | null {
  if (pages < 2) return null;
  return (
    <nav aria-label={`Pages of ${what}`} className="mt-5 flex items-center justify-between gap-4">
      <Button disabled={page === 0} onClick={() => onPage(page - 1)}>
        Previous
      </Button>
      <p className="text-sm text-muted tabular-nums" role="status">
        {page + 1} of {pages}
      </p>
      <Button disabled={page >= pages - 1} onClick={() => onPage(page + 1)}>
        Next
      </Button>
    </nav>
  );
}
