import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { percentageInFile } from "../../../../core/terms/percentageInFile.ts";
import { formatPercentage } from "../../../../core/text/formatPercentage.ts";
import { parsePercentage } from "../../../../core/text/parsePercentage.ts";
import { printable } from "../../../../core/text/printable.ts";
import { openSigner, type SignerOptions } from "../../../chain/openSigner.ts";
import { findPartner } from "../../../chain/partners/findPartner.ts";
import { command } from "../../command.ts";

interface Arguments extends SignerOptions {
  readonly rate: string | undefined;
}

/** `partners withhold`: has a part of the signing partner's later payments go to the terms' tax account. */
export default command<Arguments>(async (chain, options) => {
  const { program, account, act } = await openSigner(chain, options);
  const text = requireOption("rate", options.rate, "a percentage, such as 15%");
  const rate = parsePercentage(text);
  if (rate === undefined) {
    throw new TributaryError(`"${text}" is no rate.`, {
      allowed: "a percentage from 0% to 100% with up to four decimals",
    });
  }
  const { name, wallet } = await findPartner(program, account);
  const { transactionHash } = await act("setWithholding", [wallet, rate]);
  return {
    json: {
      program: program.address,
      partner: name,
      rate: percentageInFile(rate),
      transaction: transactionHash,
    },
    text: `${formatPercentage(rate)} of each later payment of ${printable(name)} goes to the tax account ${program.terms.rules.taxAccount}.`,
  };
});
