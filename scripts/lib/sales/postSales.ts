import type { Program } from "../chain/openProgram.ts";
import { seeItems } from "../feed/feedItems.ts";
import { type FeedParameters, withFeed } from "../feed/withFeed.ts";
import { readPartners } from "../partners/readPartners.ts";
import { postPending } from "./postPending.ts";
import { readSalesFile } from "./readSalesFile.ts";
import { type PostSalesResult, summarizePosting } from "./summarizePosting.ts";

export interface PostSalesParameters extends FeedParameters {
  readonly file: string;
}

/** Posts each sale of a file once. What is posted already is passed over, so an interrupted run goes on where it stopped. */
export function postSales(
  program: Program,
  { file, ...parameters }: PostSalesParameters,
): Promise<PostSalesResult> {
  return withFeed(program, parameters, async (feed) => {
    const listed = await readSalesFile(file, program, await readPartners(program));
    await seeItems(feed, "sale", listed);
    return summarizePosting(feed, listed, await postPending(feed, listed));
  });
}
