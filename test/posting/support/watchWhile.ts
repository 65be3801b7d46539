import type { Progress } from "../../../scripts/Progress.ts";
import type { Sources } from "../../../scripts/posting/watch/Sources.ts";
import { type Watched, watchSales } from "../../../scripts/posting/watch/watchSales.ts";
import { quietProgress } from "../../integration/support/quiet.ts";
import type { PostingWorld } from "./openPostingWorld.ts";

const NO_SOURCES: Sources = {
  ...{ sales: undefined, refunds: undefined, store: undefined, mapping: undefined, settle: 0 },
  ...{
    acknowledged: undefined,
    skew: 0,
    rules: undefined,
    attribution: undefined,
    evidence: undefined,
  },
};

/** Watches some sources while something happens. */
export async function watchWhile(
  { account, program }: PostingWorld,
  journal: string,
  sources: Partial<Sources>,
  happen: (progress: ReturnType<typeof quietProgress>) => Promise<void>,
): Promise<Watched> {
  const stop = new AbortController();
  const progress = quietProgress();
  const timing = { interval: 20, retryAfter: 60_000, signal: stop.signal };
  const shared = { account, journal, progress: progress as Progress, ...timing };
  const watching = watchSales(program, { ...shared, sources: { ...NO_SOURCES, ...sources } });
  try {
    await happen(progress);
  } finally {
    stop.abort();
  }
  return watching;
}
