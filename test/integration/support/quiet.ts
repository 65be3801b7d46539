import type { Progress } from "../../../scripts/Progress.ts";

/** Progress that nobody looks at, but for what it notes. */
export function quietProgress(): Progress & { readonly notes: string[] } {
  const notes: string[] = [];
  return {
    notes,
    during: async (_label, _total, work) => work(),
    add: () => {},
    note: (text) => notes.push(text),
  };
}
