import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import { changesBetween } from "../../chain/amendments/changesBetween.ts";
import type { WaitingAmendment } from "../../chain/amendments/readAmendment.ts";
import type { Program } from "../../chain/openProgram.ts";
import { termsToJson } from "./termsToJson.ts";

/** An amendment that waits, with what it changes in the words of a terms file. */
export function amendmentToJson(
  program: Pick<Program, "terms" | "currencies">,
  { termsHash, from, uri, textHash, terms, consents }: WaitingAmendment,
) {
  const proposed = termsToJson({ ...program, terms });
  return {
    ...{ termsHash, from: formatIsoTime(from), uri, textHash, consents },
    changes: changesBetween(termsToJson(program), proposed),
    terms: proposed,
  };
}

export type AmendmentDocument = ReturnType<typeof amendmentToJson>;
