import type { Program } from "../../chain/openProgram.ts";
import { type FeedParameters, withFeed } from "../journal/withFeed.ts";
import { postPending } from "./postPending.ts";
import { seeSales } from "./seeSales.ts";
import { type PostSalesResult, summarizePosting } from "./summarizePosting.ts";

export interface PostSalesParameters extends FeedParameters {
  readonly file: string;
}

/**
 * Posts each sale of a file once. What is posted already is passed over, so an interrupted run goes on where it stopped; what
 * the program does not take is told, and the others are posted.
 */
export function postSales(
  program: Program,
  { file, ...parameters }: PostSalesParameters,
): Promise<PostSalesResult> {
  return withFeed(program, parameters, async (feed) => {
    const seen = await seeSales(feed, file);
    return summarizePosting(feed, seen, await postPending(feed, seen.listed));
  });
}
