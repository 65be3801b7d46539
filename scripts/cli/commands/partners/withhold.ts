import { percentageInFile } from "../../../../core/terms/percentageInFile.ts";
import { formatPercentage } from "../../../../core/text/formatPercentage.ts";
import { printable } from "../../../../core/text/printable.ts";
import { requireParty } from "../../requireParty.ts";
import { requireRate } from "../../requireRate.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `partners withhold`: has a part of the signing party's later payments go to the terms' tax account. */
export default signerCommand<"partner" | "rate">(async ({ program, account, act }, options) => {
  const rate = requireRate(options.rate);
  const { name, wallet } = await requireParty(program, {
    ...options,
    partner: options.partner ?? account,
  });
  const { transactionHash } = await act("setWithholding", [wallet, rate]);
  return {
    json: { partner: name, rate: percentageInFile(rate), transaction: transactionHash },
    text: `${formatPercentage(rate)} of each later payment of ${printable(name)} goes to the tax account ${program.terms.rules.taxAccount}.`,
  };
});
