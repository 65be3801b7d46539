import { printable } from "../../../../core/text/printable.ts";
import { findPartner } from "../../../chain/partners/findPartner.ts";
import { payMilestones } from "../../../chain/partners/payMilestones.ts";
import { readPartners } from "../../../chain/partners/readPartners.ts";
import { requireCurrency } from "../../requireCurrency.ts";
import { signerCommand } from "../../signerCommand.ts";

/**
 * `milestones pay`: pays the milestones that a partner, or all, have reached to their balances. Anyone may; in a program of
 * several currencies each partner chooses and signs for itself.
 */
export default signerCommand<"partner" | "currency">(async (signer, options) => {
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
    json: { paid },
    text: lines.length > 0 ? lines.join("\n") : "No milestone is reached and unpaid now.",
  };
});
