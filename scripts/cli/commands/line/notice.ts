import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { listOf } from "../../../../core/text/listOf.ts";
import { printable } from "../../../../core/text/printable.ts";
import { readProgram } from "../../../chain/readProgram.ts";
import { readEvidence } from "../../readEvidence.ts";
import { requireLine } from "../../requireLine.ts";
import { signerCommand } from "../../signerCommand.ts";

/** In the contract's order, from 1. */
const REMEDIES = ["suspend", "end"];

/** `line notice`: the arbiter announces that a line will be suspended (minimum effort) or ended (breach). */
export default signerCommand<"line" | "remedy" | "reason" | "evidence">(
  async ({ program, act }, options) => {
    const { index, line } = requireLine(program, options);
    const name = requireOption("remedy", options.remedy, listOf(REMEDIES));
    const remedy = REMEDIES.indexOf(name) + 1;
    if (remedy === 0)
      throw new TributaryError(`"${name}" is no remedy.`, { allowed: listOf(REMEDIES) });
    const reason = requireOption("reason", options.reason, "the reason, which the event tells");
    const evidence = await readEvidence(options.evidence);
    const { transactionHash } = await act("giveNotice", [index, remedy, reason, evidence]);
    const { noticeUntil } = await readProgram(program, "lineState", [index]);
    return {
      json: { line: line.name, remedy: name, until: noticeUntil, transaction: transactionHash },
      text: `Notice is given to ${name} ${printable(line.name)}. Do it with \`line execute\` on ${formatIsoTime(noticeUntil)} or within a period after that.`,
    };
  },
);
