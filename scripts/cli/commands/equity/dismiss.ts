import { TributaryError } from "../../../../core/TributaryError.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { readPlanNow } from "../../../equity/chain/readPlanNow.ts";
import { requireGrant } from "../../../equity/chain/requireGrant.ts";
import { planSignerCommand } from "../../planCommand.ts";
import { readEvidence } from "../../readEvidence.ts";
import { requireLeaveDate } from "../../requireLeaveDate.ts";

type Text = "grant" | "date" | "reason" | "evidence";

/** `equity dismiss`: the operator gives notice, or the arbiter decides that a holder leaves for cause; or it is taken back. */
export default planSignerCommand<Text, "cause" | "withdraw">(async ({ plan, act }, options) => {
  const { id } = await requireGrant(plan, options.grant);
  const { cause, withdraw, reason = "" } = options;
  if (withdraw) {
    const { transactionHash } = await act("withdrawLeave", [id]);
    return {
      json: { grant: Number(id), leaves: null, transaction: transactionHash },
      text: `The holder of grant ${id} stays.`,
    };
  }
  if (cause && options.date !== undefined) {
    throw new TributaryError("A decision for cause counts after the delay of a hand-over.", {
      todo: "Leave --date out.",
    });
  }
  const { transactionHash } = cause
    ? await act("dismissForCause", [id, reason, await readEvidence(options.evidence)])
    : await act("dismiss", [id, await requireLeaveDate(plan, options.date), reason]);
  const { leaveAt } = await readPlanNow(plan, "grantAt", [id]);
  const kind = cause ? "cause" : "dismissed";
  return {
    json: { grant: Number(id), kind, leaves: leaveAt, transaction: transactionHash },
    text: `The holder of grant ${id} leaves${cause ? " for cause" : ""} on ${formatIsoTime(leaveAt)}. Until then \`equity dismiss --withdraw\` takes it back; from then on anybody books it with \`equity finish-leave\`.`,
  };
});
