import { zeroAddress } from "viem";
import type { Terms } from "../deal/Terms.ts";
import type { TermsFile } from "./TermsFile.ts";
import type { TermsReader } from "./TermsReader.ts";

type Rules = Terms["rules"];

const USUAL_SILENCE = 12;
const LEAST_SILENCE = 6;

/** Limits and procedures. */
export function parseRules(reader: TermsReader, file: TermsFile): Rules {
  const { moveDelay = "7d", handover = "7d", withholding } = file;
  return {
    acceptance: file.acceptance ?? false,
    postingLimit: reader.limits("postingLimit", file.postingLimit),
    refundLimit: reader.limits("refundLimit", file.refundLimit),
    leastSale: reader.amounts("leastSale", file.leastSale),
    minimumPayout: reader.amounts("minimumPayout", file.minimumPayout),
    ...parseDisputes(reader, file),
    moveDays: reader.days("moveDelay", moveDelay),
    handoverDays: reader.days("handover", handover),
    silencePeriods: parseSilence(reader, file),
    taxAccount: reader.address("withholding.account", withholding?.account) ?? zeroAddress,
  };
}

/** An operator that is to be succeeded must have had the time to speak. */
function parseSilence(reader: TermsReader, { silence = USUAL_SILENCE }: TermsFile): number {
  if (silence > 0 && silence < LEAST_SILENCE) {
    reader.note("silence", `${silence}`, `${LEAST_SILENCE} periods at least, or 0 for never`);
  }
  return silence;
}

function parseDisputes(
  reader: TermsReader,
  { holdPeriods, disputes }: TermsFile,
): Pick<Rules, "disputes" | "disputePeriods"> {
  const { limit, periods = 1 } = disputes ?? { limit: holdPeriods === 0 ? 0 : 3 };
  if (holdPeriods === 0 && limit > 0) {
    reader.note(
      "disputes.limit",
      String(limit),
      "0, for only held sales can be disputed and `holdPeriods` is 0",
    );
  }
  return { disputes: limit, disputePeriods: limit === 0 ? 0 : periods };
}
