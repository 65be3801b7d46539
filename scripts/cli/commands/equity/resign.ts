import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { requireGrant } from "../../../equity/chain/requireGrant.ts";
import { planSignerCommand } from "../../planCommand.ts";
import { requireLeaveDate } from "../../requireLeaveDate.ts";

/** `equity resign`: the holder gives notice, or takes it back. */
export default planSignerCommand<"grant" | "date", "withdraw">(async ({ plan, act }, options) => {
  const { id } = await requireGrant(plan, options.grant);
  if (options.withdraw) {
    const { transactionHash } = await act("withdrawLeave", [id]);
    return {
      json: { grant: Number(id), leaves: null, transaction: transactionHash },
      text: `The holder of grant ${id} stays.`,
    };
  }
  const date = await requireLeaveDate(plan, options.date);
  const { transactionHash } = await act("resign", [id, date]);
  return {
    json: { grant: Number(id), leaves: date, transaction: transactionHash },
    text: `The holder of grant ${id} leaves on ${formatIsoTime(date)}. Until then \`equity resign --withdraw\` takes it back; from then on anybody books it with \`equity finish-leave\`.`,
  };
});
