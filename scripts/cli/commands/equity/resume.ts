import { formatDuration } from "../../../../core/text/formatDuration.ts";
import { readPlanNow } from "../../../equity/chain/readPlanNow.ts";
import { requireGrant } from "../../../equity/chain/requireGrant.ts";
import { planSignerCommand } from "../../planCommand.ts";

/** `equity resume`: operator, arbiter or guardian let a grant's clock run again. */
export default planSignerCommand<"grant">(async ({ plan, act }, options) => {
  const { id } = await requireGrant(plan, options.grant);
  const { transactionHash } = await act("resume", [id]);
  const { shift } = await readPlanNow(plan, "grantAt", [id]);
  return {
    json: { grant: Number(id), pausedFor: shift, transaction: transactionHash },
    text: `The clock of grant ${id} runs again; it has stood still for ${formatDuration(shift)} in all.`,
  };
});
