import { decodePlanEventsNamed } from "../../../../core/logs/decodePlanEvents.ts";
import { groupDigits } from "../../../../core/text/groupDigits.ts";
import { requireGrant } from "../../../equity/chain/requireGrant.ts";
import { planSignerCommand } from "../../planCommand.ts";

/** `equity finish-leave`: books a leave whose date has come; of one that is booked, gives back what waited for an exit in vain. */
export default planSignerCommand<"grant">(async ({ plan, act }, options) => {
  const { id, state } = await requireGrant(plan, options.grant);
  const { logs, transactionHash } = await act(state.left ? "lapse" : "finishLeave", [id]);
  const [left] = decodePlanEventsNamed(logs, ["Left"]);
  const [lapsed] = decodePlanEventsNamed(logs, ["Lapsed"]);
  const { kept = 0n, contingent = 0n, lost = lapsed?.args.units ?? 0n } = left?.args ?? {};
  const units = (count: bigint) => groupDigits(String(count));
  const waits = contingent === 0n ? "" : `, ${units(contingent)} wait for an exit`;
  return {
    json: {
      ...{ grant: Number(id), booked: !state.left, kept: String(kept) },
      ...{ contingent: String(contingent), lost: String(lost), transaction: transactionHash },
    },
    text: state.left
      ? `${units(lost)} units of grant ${id} waited for an exit in vain and went back to the plan.`
      : `The holder of grant ${id} has left and keeps ${units(kept)} units${waits}; ${units(lost)} went back to the plan. What is owed is to claim.`,
  };
});
