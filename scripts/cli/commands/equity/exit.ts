import { TributaryError } from "../../../../core/TributaryError.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { readPlanNow } from "../../../equity/chain/readPlanNow.ts";
import { planSignerCommand } from "../../planCommand.ts";

/** `equity exit`: operator or arbiter announce an exit; either of them, or the guardian, take it back before it is in effect. */
export default planSignerCommand<"uri", "veto">(async ({ plan, act }, options) => {
  const { uri = "", veto } = options;
  if (veto && uri !== "") {
    throw new TributaryError("The options --veto and --uri exclude each other.", {
      todo: "Leave one of them out.",
    });
  }
  const { transactionHash } = veto ? await act("vetoExit", []) : await act("declareExit", [uri]);
  const { exitAt } = await readPlanNow(plan, "overview", []);
  return {
    json: { exitAt: veto ? null : Number(exitAt), transaction: transactionHash },
    text: veto
      ? "The exit is taken back."
      : `An exit is announced, in effect on ${formatIsoTime(exitAt)} unless \`equity exit --veto\` takes it back before.`,
  };
});
