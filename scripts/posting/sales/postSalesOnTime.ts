import { moveClock, refuseRealClock, setNextBlockTime } from "../../chain/moveClock.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { RefusedRow } from "../../files/columns/RefusedRow.ts";
import type { Progress } from "../../Progress.ts";
import { QUIET } from "../../QUIET.ts";
import { openView } from "../journal/openView.ts";
import { withPosting } from "../journal/withPosting.ts";
import { FIRST_LANE } from "../lanes/Lane.ts";
import { explainLate } from "./explainLate.ts";
import { passOverPosted } from "./passOverPosted.ts";
import { postPending } from "./postPending.ts";
import type { PostSalesParameters } from "./postSales.ts";
import type { ListedSale } from "./readSalesFile.ts";
import { recordSales } from "./recordSales.ts";
import { refuseUncredited } from "./refuseUncredited.ts";
import { type PostSalesResult, summarizePosting } from "./summarizePosting.ts";
import type { Funded } from "./workOutFunding.ts";

/** Seconds before a sale in which it is funded. */
const AHEAD = 10;

/** Of sales whose time has passed on the chain. */
const LATE = {
  what: "sale",
  becomes: "which count in the running period, at its rates",
  todo: "deploy and post on a chain that begins before them",
};

/**
 * Posts each sale of a file once, at its own time: moves a development chain's clock to each `occurred_at` in turn. A sale
 * whose time has passed on the chain is posted at once.
 */
export async function postSalesOnTime(
  program: Program,
  { file, withoutCredits = false, lane = FIRST_LANE, ...parameters }: PostSalesParameters,
): Promise<PostSalesResult> {
  const { progress } = parameters;
  refuseRealClock(program.chain);
  const quiet: Progress = { ...QUIET, note: (text) => progress.note(text) };
  return withPosting(program, { ...parameters, progress: quiet }, async (posting) => {
    const seen = await recordSales(posting, file);
    if (!withoutCredits) refuseUncredited(posting, seen, file);
    const { pending, differing } = await passOverPosted(
      posting,
      seen.listed,
      await openView(posting),
    );
    const { timestamp } = await program.chain.client.getBlock();
    const clock = Number(timestamp);
    const late = explainLate(program, clock, pending, LATE);
    if (late !== undefined) progress.note(late);
    const funded: Funded[] = [];
    const refused: RefusedRow[] = [];
    await progress.during("Posting", pending.length, async () => {
      for (const [time, sales] of groupByTime(pending, clock)) {
        await moveClock(program.chain, time - AHEAD);
        const part = await postPending(posting, {
          ...{ sales, lane, companions: seen.companions },
          beforePosting: () => setNextBlockTime(program.chain, time),
        });
        funded.push(...part.funded);
        refused.push(...part.refused);
        progress.add(sales.length);
      }
    });
    return summarizePosting(posting, seen, { funded, differing, refused });
  });
}

/** Those whose time has passed are together. */
function groupByTime(sales: readonly ListedSale[], clock: number): [number, ListedSale[]][] {
  const groups = Map.groupBy(sales, ({ occurredAt }) => Math.max(occurredAt, clock));
  return [...groups].sort(([a], [b]) => a - b);
}
