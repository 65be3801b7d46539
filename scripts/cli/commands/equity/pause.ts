import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { readPlanNow } from "../../../equity/chain/readPlanNow.ts";
import { requireGrant } from "../../../equity/chain/requireGrant.ts";
import { planSignerCommand } from "../../planCommand.ts";

/** `equity pause`: the operator stops a grant's clock, for as long as is left of the limit of pauses. */
export default planSignerCommand<"grant">(async ({ plan, act }, options) => {
  const { id, state } = await requireGrant(plan, options.grant);
  const { transactionHash } = await act("pause", [id]);
  const { stopped } = await readPlanNow(plan, "grantAt", [id]);
  const until = stopped + plan.settings.pauseLimit - state.shift;
  return {
    json: { grant: Number(id), runsAgainAt: until, transaction: transactionHash },
    text: `The clock of grant ${id} stands still. \`equity resume\` lets it run again; on ${formatIsoTime(until)} it does so by itself.`,
  };
});
