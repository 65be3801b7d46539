import type { Program } from "../../chain/openProgram.ts";
import { type PostingParameters, withPosting } from "../journal/withPosting.ts";
import { postPending } from "./postPending.ts";
import { recordSales } from "./recordSales.ts";
import { type PostSalesResult, summarizePosting } from "./summarizePosting.ts";

export interface PostSalesParameters extends PostingParameters {
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
  return withPosting(program, parameters, async (posting) => {
    const seen = await recordSales(posting, file);
    return summarizePosting(posting, seen, await postPending(posting, seen.listed));
  });
}
