import type { Progress } from "../../../scripts/Progress.ts";

/** Progress that nobody looks at, but for what it notes. */
export function quietProgress(): Progress & { readonly notes: string[] } {
  const notes: string[] = [];
  return {
    notes,
    start: () => {},
    add: () => {},
    stop: () => {},
    note: (text) => notes.push(text),
  };
}
