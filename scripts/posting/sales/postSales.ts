import type { Program } from "../../chain/openProgram.ts";
import { type PostingParameters, withPosting } from "../journal/withPosting.ts";
import { FIRST_LANE } from "../lanes/Lane.ts";
import { postPending } from "./postPending.ts";
import { recordSales } from "./recordSales.ts";
import { refuseUncredited } from "./refuseUncredited.ts";
import { type PostSalesResult, summarizePosting } from "./summarizePosting.ts";

export interface PostSalesParameters extends PostingParameters {
  readonly file: string;
  /** Takes a file without a column for credits, too. */
  readonly withoutCredits?: boolean | undefined;
  /** By which sales go in the order of their time; the first one where it is left out. */
  readonly lane?: number | undefined;
}

/**
 * Posts each sale of a file once. What is posted already is passed over, so an interrupted run goes on where it stopped; what
 * the program does not take is told, and the others are posted.
 */
export function postSales(
  program: Program,
  { file, withoutCredits = false, lane = FIRST_LANE, ...parameters }: PostSalesParameters,
): Promise<PostSalesResult> {
  return withPosting(program, parameters, async (posting) => {
    const seen = await recordSales(posting, file);
    if (!withoutCredits) refuseUncredited(posting, seen, file);
    const sales = { sales: seen.listed, companions: seen.companions, lane };
    return summarizePosting(posting, seen, await postPending(posting, sales));
  });
}
