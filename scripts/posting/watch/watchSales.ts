import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { toId } from "../../../core/ids/toId.ts";
import { counted } from "../../../core/text/counted.ts";
import { explainFailure } from "../../chain/explainFailure.ts";
import { readEventsNamed } from "../../chain/history/readEventsNamed.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { RefusedRow } from "../../files/columns/RefusedRow.ts";
import { readAcknowledged } from "../../files/columns/readAcknowledged.ts";
import { describeNobody } from "../../ingest/prepare/describeNobody.ts";
import type { Progress } from "../../Progress.ts";
import type { PostingParameters } from "../journal/withPosting.ts";
import { describeDiffering } from "../sales/describeDiffering.ts";
import { describeRecovered } from "../sales/describeRecovered.ts";
import type { DifferingSale } from "../sales/findDiffering.ts";
import { postSales } from "../sales/postSales.ts";
import { refundSales } from "../sales/refundSales.ts";
import { lookAt } from "./lookAt.ts";
import { prepareRound, type Round } from "./prepareRound.ts";
import type { Sources } from "./Sources.ts";

export interface WatchParameters extends PostingParameters {
  readonly sources: Sources;
  /** Milliseconds between two looks at the sources, and until what failed is tried again. */
  readonly interval: number;
  readonly retryAfter: number;
  /** Ends the watch after the round that is under way. */
  readonly signal: AbortSignal;
  /** Posts files without a column for credits, too. */
  readonly withoutCredits?: boolean | undefined;
  readonly lane?: number | undefined;
}

/** How long files must not have changed, in milliseconds: a row may be on its way. */
const QUIET = 1_000;

/** What a watch has done. */
export interface Watched {
  rounds: number;
  posted: number;
  refunded: number;
  transactions: number;
  /** Rounds that ended in an error, which was told. */
  failures: number;
}

/** Posts and refunds whatever is new in the sources, until it is told to stop. What fails is told, and tried again. */
export async function watchSales(program: Program, parameters: WatchParameters): Promise<Watched> {
  const { sources, interval, retryAfter, signal, progress } = parameters;
  const watched: Watched = { rounds: 0, posted: 0, refunded: 0, transactions: 0, failures: 0 };
  const folder = await mkdtemp(join(tmpdir(), "tributary-watch-"));
  const told = new Set<string>();
  let done = { signature: "", dueAt: 0 };
  let failed = { signature: "", at: 0 };
  // By this process's own clock: the times of files may lie ahead, or be another machine's.
  let seen = { files: "", at: 0 };
  try {
    while (!signal.aborted) {
      const look = await lookAt(sources);
      if (look.files !== seen.files) seen = { files: look.files, at: performance.now() };
      // Of the store no half of anything is read, and it may never be quiet.
      const isQuiet = performance.now() - seen.at >= QUIET;
      const mayFail = look.signature === failed.signature && Date.now() - failed.at < retryAfter;
      const isNews = look.signature !== done.signature || Date.now() >= done.dueAt;
      if (isQuiet && isNews && !mayFail) {
        try {
          const round = await prepareRound(sources, look, folder, progress);
          tellOfNobody(round, told, progress);
          const refused = await postRound(program, parameters, round, watched, told);
          await tellFailed(program, round.failed, told, progress);
          const again = refused === 0 ? Number.POSITIVE_INFINITY : Date.now() + retryAfter;
          done = { signature: look.signature, dueAt: Math.min(round.dueAt, again) };
        } catch (error) {
          failed = { signature: look.signature, at: Date.now() };
          watched.failures++;
          progress.note(explainFailure(error, program.chain.networkName));
        }
      }
      await sleep(interval, undefined, { signal }).catch(() => undefined);
    }
    return watched;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Returns how many rows the program did not take. Each is told once. */
async function postRound(
  program: Program,
  parameters: WatchParameters,
  { sales, refunds }: Round,
  watched: Watched,
  told: Set<string>,
): Promise<number> {
  let count = 0;
  const tell = (refused: readonly RefusedRow[]) => {
    count += refused.length;
    for (const { name, id, why } of refused) {
      // Places and sums may change while the matter stays the same; another matter is news.
      const matter = `${id} ${why.replaceAll(/\d+/g, "")}`;
      if (!told.has(matter)) parameters.progress.note(`${name}: ${why}`);
      told.add(matter);
    }
  };
  const tellRecovered = (recovered: readonly string[]) => {
    for (const sentence of describeRecovered(recovered)) parameters.progress.note(sentence);
  };
  for (const one of sales) {
    const { posted, transactions, refused, differing, recovered } = await postSales(program, {
      ...parameters,
      ...one,
    });
    tell(refused);
    tellDiffering(differing, told, parameters.progress);
    tellRecovered(recovered);
    watched.posted += posted;
    watched.transactions += transactions;
    if (posted > 0) parameters.progress.note(`${counted(posted, "sale")} posted.`);
  }
  const acknowledged = await readAcknowledged(parameters.sources.acknowledged);
  for (const one of refunds) {
    const { refunded, transactions, refused, recovered } = await refundSales(program, {
      ...parameters,
      ...one,
      acknowledged,
    });
    tell(refused);
    tellRecovered(recovered);
    watched.refunded += refunded;
    watched.transactions += transactions;
    if (refunded > 0) parameters.progress.note(`${counted(refunded, "refund")} made.`);
  }
  watched.rounds++;
  return count;
}

/** Says once of each sale how it is posted otherwise than its source says now. */
function tellDiffering(
  differing: readonly DifferingSale[],
  told: Set<string>,
  progress: Progress,
): void {
  const news = differing.filter((one) => !told.has(JSON.stringify(one)));
  for (const one of news) told.add(JSON.stringify(one));
  if (news.length > 0) progress.note(describeDiffering(news).join("\n"));
}

/** Says once of each sale that nobody can be credited for. */
function tellOfNobody({ ofNobody }: Round, told: Set<string>, progress: Progress): void {
  const matters = ofNobody.map((id) => `${id} of nobody`);
  const news = ofNobody.filter((_, index) => !told.has(matters[index] ?? ""));
  if (news.length === 0) return;
  for (const matter of matters) told.add(matter);
  const sentences = describeNobody({ sales: news, codes: 0, codeNames: [], links: 0, touches: 0 });
  progress.note(`${sentences.join(" ")} They are posted without credits.`);
}

/** Says once of each refund that came back of which something is on chain. */
async function tellFailed(
  program: Program,
  failed: Round["failed"],
  told: Set<string>,
  progress: Progress,
): Promise<void> {
  const news = failed.filter(({ id }) => !told.has(id));
  if (news.length === 0) return;
  const events = await readEventsNamed(program, ["SaleRefunded"]);
  const made = new Set<string>(events.map(({ args }) => args.refundId));
  for (const { id, amount, currency } of news.filter((one) => made.has(toId(one.id)))) {
    told.add(id);
    progress.note(
      `Refund ${id}: ${amount} ${currency} of it came back at the source. What of that was made on chain stays there; ` +
        "the charge's next refund makes up for it, or settle it with the partners.",
    );
  }
}
