import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Program } from "../chain/openProgram.ts";
import { explainFailure } from "../cli/explainFailure.ts";
import type { FeedParameters } from "../feed/withFeed.ts";
import { describeRefused } from "../sales/describeRefused.ts";
import { postSales } from "../sales/postSales.ts";
import type { RefusedLine } from "../sales/RefusedLine.ts";
import { refundSales } from "../sales/refundSales.ts";
import { TributaryError } from "../TributaryError.ts";
import { lookAt } from "./lookAt.ts";
import { prepareRound, type Round } from "./prepareRound.ts";
import type { Sources } from "./Sources.ts";

export interface WatchParameters extends FeedParameters {
  readonly sources: Sources;
  /** Milliseconds between two looks at the sources, and until what failed is tried again. */
  readonly interval: number;
  readonly retryAfter: number;
  /** Ends the watch after the round that is under way. */
  readonly signal: AbortSignal;
}

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
  let done = "";
  let failed = { signature: "", at: 0 };
  try {
    while (!signal.aborted) {
      const look = await lookAt(sources);
      const mayFail = look.signature === failed.signature && Date.now() - failed.at < retryAfter;
      if (look.isQuiet && look.signature !== done && !mayFail) {
        try {
          await feedRound(
            program,
            parameters,
            await prepareRound(sources, look, folder, progress),
            watched,
          );
          done = look.signature;
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

async function feedRound(
  program: Program,
  parameters: WatchParameters,
  { sales, refunds }: Round,
  watched: Watched,
): Promise<void> {
  const refused: RefusedLine[] = [];
  for (const one of sales) {
    const { posted, transactions, ...result } = await postSales(program, { ...parameters, ...one });
    refused.push(...result.refused);
    watched.posted += posted;
    watched.transactions += transactions;
    if (posted > 0) parameters.progress.note(`${posted} sales posted.`);
  }
  for (const one of refunds) {
    const { refunded, transactions, ...result } = await refundSales(program, {
      ...parameters,
      ...one,
    });
    refused.push(...result.refused);
    watched.refunded += refunded;
    watched.transactions += transactions;
    if (refunded > 0) parameters.progress.note(`${refunded} refunds made.`);
  }
  if (refused.length > 0) throw new TributaryError(describeRefused(refused).join("\n"));
  watched.rounds++;
}
