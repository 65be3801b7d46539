import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import { moveClock, refuseRealClock, setNextBlockTime } from "../../chain/moveClock.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { RefusedRow } from "../../files/columns/RefusedRow.ts";
import type { Progress } from "../../Progress.ts";
import { openView } from "../journal/openView.ts";
import { withPosting } from "../journal/withPosting.ts";
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
/** Seconds that a clock may be ahead of a sale without anybody's asking for another day. */
const TOLERANCE = 60;

/**
 * Posts each sale of a file once, at its own time: moves a development chain's clock to each `occurred_at` in turn. A sale
 * whose time has passed on the chain is posted at once.
 */
export async function postSalesOnTime(
  program: Program,
  { file, withoutCredits = false, ...parameters }: PostSalesParameters,
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
    if (!withoutCredits) await refuseUncredited(program, seen, file);
    const { pending, differing } = await passOverPosted(
      posting,
      seen.listed,
      await openView(posting),
    );
    const { timestamp } = await program.chain.client.getBlock();
    const clock = Number(timestamp);
    const late = explainLate(program, clock, pending);
    if (late !== undefined) progress.note(late);
    const funded: Funded[] = [];
    const refused: RefusedRow[] = [];
    await progress.during("Posting", pending.length, async () => {
      for (const [time, sales] of groupByTime(pending, clock)) {
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

/** Why sales cannot be played on their own dates; undefined where they all can. */
function explainLate(
  { terms }: Program,
  clock: number,
  pending: readonly ListedSale[],
): string | undefined {
  const late = pending.map(({ occurredAt }) => occurredAt).filter((at) => at < clock - TOLERANCE);
  if (late.length === 0) return undefined;
  const first = formatIsoTime(Math.min(terms.start, ...late)).slice(0, 10);
  return `This chain's clock is at ${formatIsoTime(clock)} and cannot go back: --clock does nothing for the ${late.length} sales before that, which count in the running period, at its rates. To play them on their own dates, deploy and post on a chain that begins before them: npx hardhat chain start --date ${first}`;
}

/** Those whose time has passed are together. */
function groupByTime(sales: readonly ListedSale[], clock: number): [number, ListedSale[]][] {
  const groups = Map.groupBy(sales, ({ occurredAt }) => Math.max(occurredAt, clock));
  return [...groups].sort(([a], [b]) => a - b);
}
