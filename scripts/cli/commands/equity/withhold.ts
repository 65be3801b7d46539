import { percentageInFile } from "../../../../core/terms/percentageInFile.ts";
import { formatPercentage } from "../../../../core/text/formatPercentage.ts";
import { requireGrant } from "../../../equity/chain/requireGrant.ts";
import { planSignerCommand } from "../../planCommand.ts";
import { requireRate } from "../../requireRate.ts";

/** `equity withhold`: the holder has more of its payments go to the tax account, or the operator less. */
export default planSignerCommand<"grant" | "rate">(async ({ plan, act }, options) => {
  const { id } = await requireGrant(plan, options.grant);
  const rate = requireRate(options.rate);
  const { transactionHash } = await act("setWithholding", [id, rate]);
  return {
    json: { grant: Number(id), rate: percentageInFile(rate), transaction: transactionHash },
    text: `${formatPercentage(rate)} of what grant ${id} is paid go to the tax account from now on.`,
  };
});
