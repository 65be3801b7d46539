import { TributaryError } from "../../../../core/TributaryError.ts";
import { groupDigits } from "../../../../core/text/groupDigits.ts";
import { readPlanNow } from "../../../equity/chain/readPlanNow.ts";
import { requireGrant } from "../../../equity/chain/requireGrant.ts";
import { planSignerCommand } from "../../planCommand.ts";
import { requireAddress } from "../../requireAddress.ts";

/** `equity vote`: makes a grant's units vote once its cliff is over, which anybody may; or has the signer's votes cast by another. */
export default planSignerCommand<"grant" | "to">(async ({ plan, account, act }, options) => {
  if (options.to === undefined) {
    const { id } = await requireGrant(plan, options.grant);
    const { transactionHash } = await act("seat", [id]);
    const { votes, holder } = await readPlanNow(plan, "grantAt", [id]);
    return {
      json: { grant: Number(id), holder, votes: String(votes), transaction: transactionHash },
      text: `${groupDigits(String(votes))} units of grant ${id} vote.`,
    };
  }
  if (options.grant !== undefined) {
    throw new TributaryError("The options --grant and --to exclude each other.", {
      todo: "All units of a wallet are voted with by whom it names with --to.",
    });
  }
  const to = requireAddress("to", options.to);
  const { transactionHash } = await act("delegate", [to]);
  const votes = await readPlanNow(plan, "getVotes", [to]);
  return {
    json: { from: account, to, votes: String(votes), transaction: transactionHash },
    text: `${to} votes with the units of ${account}, with ${groupDigits(String(votes))} in all.`,
  };
});
