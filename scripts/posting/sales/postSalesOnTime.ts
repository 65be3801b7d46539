import { moveClock, refuseRealClock, setNextBlockTime } from "../../chain/moveClock.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { RefusedRow } from "../../files/columns/RefusedRow.ts";
import type { Progress } from "../../Progress.ts";
import { withPosting } from "../journal/withPosting.ts";
import { passOverPosted } from "./passOverPosted.ts";
import { type Funded, postPending } from "./postPending.ts";
import type { PostSalesParameters } from "./postSales.ts";
import type { ListedSale } from "./readSalesFile.ts";
import { recordSales } from "./recordSales.ts";
import { type PostSalesResult, summarizePosting } from "./summarizePosting.ts";

/** Seconds before a sale in which it is funded. */
const AHEAD = 10;

/**
 * Posts each sale of a file once, at its own time: moves a development chain's clock to each `occurred_at` in turn. A sale
 * whose time has passed on the chain is posted at once.
 */
export async function postSalesOnTime(
  program: Program,
  { file, ...parameters }: PostSalesParameters,
): Promise<PostSalesResult> {
  const { progress } = parameters;
  refuseRealClock(program.chain);
  const quiet: Progress = {
    ...progress,
    during: async (_label, _total, work) => work(),
    add: () => {},
  };
  return withPosting(program, { ...parameters, progress: quiet }, async (posting) => {
    const seen = await recordSales(posting, file);
    const { pending, differing } = await passOverPosted(posting, seen.listed);
    const funded: Funded[] = [];
    const refused: RefusedRow[] = [];
    await progress.during("Posting", pending.length, async () => {
      for (const [time, sales] of groupByTime(pending)) {
        await moveClock(program.chain, time - AHEAD);
        const part = await postPending(posting, sales, () => setNextBlockTime(program.chain, time));
        funded.push(...part.funded);
        refused.push(...part.refused);
        progress.add(sales.length);
      }
    });
    return summarizePosting(posting, seen, { funded, differing, refused });
  });
}

function groupByTime(sales: readonly ListedSale[]): [number, ListedSale[]][] {
  const groups = new Map<number, ListedSale[]>();
  for (const sale of sales)
    groups.set(sale.occurredAt, [...(groups.get(sale.occurredAt) ?? []), sale]);
  return [...groups].sort(([a], [b]) => a - b);
}
