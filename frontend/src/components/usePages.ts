import { useState } from "react";

interface Pages<Entry> {
  readonly shown: readonly Entry[];
  readonly page: number;
  readonly pages: number;
  readonly setPage: (page: number) => void;
}

/** A long list, one page at a time. */
export function usePages<Entry>(entries: readonly Entry[], size: number): Pages<Entry> {
  const [wanted, setPage] = useState(0);
  const pages = Math.max(1, Math.ceil(entries.length / size));
  const page = Math.min(wanted, pages - 1);
  return { shown: entries.slice(page * size, (page + 1) * size), page, pages, setPage };
}
