import type { Progress } from "./Progress.ts";

/** For what is a part of something whose progress is shown. */
export const QUIET: Progress = {
  during: async (_label, _total, work) => work(),
  add: () => {},
  note: () => {},
};
