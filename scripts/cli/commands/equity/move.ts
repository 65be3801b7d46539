import { TributaryError } from "../../../../core/TributaryError.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { readPlanNow } from "../../../equity/chain/readPlanNow.ts";
import { requireGrant } from "../../../equity/chain/requireGrant.ts";
import { planSignerCommand } from "../../planCommand.ts";
import { requireAddress } from "../../requireAddress.ts";

/**
 * `equity move`: moves a grant to another wallet, in two steps. Signed by the holder or the arbiter it proposes the move, or takes it
 * back; signed by the new wallet, after the delay, it makes it.
 */
export default planSignerCommand<"grant" | "to", "cancel">(
  async ({ plan, account, act }, options) => {
    const { id, state } = await requireGrant(plan, options.grant);
    if (options.cancel) {
      const { transactionHash } = await act("cancelMove", [id]);
      return {
        json: { grant: Number(id), holder: state.holder, transaction: transactionHash },
        text: `Grant ${id} stays with ${state.holder}.`,
      };
    }
    const to = requireAddress("to", options.to);
    const [waiting] = await readPlanNow(plan, "waitingFor", [id]);
    const isLast = account === to && account !== state.holder;
    if (isLast && waiting.to !== to) {
      throw new TributaryError(`No move of grant ${id} to ${to} waits.`, {
        todo: `Propose it with its holder, ${state.holder}, or the arbiter: --to ${to} --from …`,
      });
    }
    const { transactionHash } = isLast
      ? await act("finishMove", [id])
      : await act("proposeMove", [id, to]);
    const [{ from, until }] = await readPlanNow(plan, "waitingFor", [id]);
    return {
      json: {
        ...{ grant: Number(id), to, moved: isLast, movesAt: isLast ? null : from },
        transaction: transactionHash,
      },
      text: isLast
        ? `Grant ${id} is ${to}'s from now on, with all that is not paid yet.`
        : `Grant ${id} is to be ${to}'s. Run this again with --from ${to} from ${formatIsoTime(from)} to before ${formatIsoTime(until)}; until it is made \`equity move --cancel\` takes it back.`,
    };
  },
);
