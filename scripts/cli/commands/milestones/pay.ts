import { printable } from "../../../../core/text/printable.ts";
import { openSigner, type SignerOptions } from "../../../chain/openSigner.ts";
import { findPartner } from "../../../chain/partners/findPartner.ts";
import { payMilestones } from "../../../chain/partners/payMilestones.ts";
import { readPartners } from "../../../chain/partners/readPartners.ts";
import { command } from "../../command.ts";
import { requireCurrency } from "../../requireCurrency.ts";

interface Arguments extends SignerOptions {
  readonly partner: string | undefined;
  readonly currency: string | undefined;
}

/**
 * `milestones pay`: pays the milestones that a partner, or all, have reached to their balances. Anyone may; in a program of
 * several currencies each partner chooses and signs for itself.
 */
export default command<Arguments>(async (chain, options) => {
  const signer = await openSigner(chain, options);
  const { program } = signer;
  const partners =
    options.partner === undefined
      ? await readPartners(program)
      : [await findPartner(program, options.partner)];
  const currency = requireCurrency(program, options.currency);
  const paid = await payMilestones(signer, partners, currency);
  const lines = paid.map(
    ({ partner, milestone, amount }) =>
      `${printable(partner)} has ${amount} ${currency.symbol} for "${printable(milestone)}".`,
  );
  return {
    json: { program: program.address, paid },
    text: lines.length > 0 ? lines.join("\n") : "No milestone is reached and unpaid now.",
  };
});
