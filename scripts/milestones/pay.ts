import { openSigner, type SignerOptions } from "../lib/chain/openSigner.ts";
import { command } from "../lib/cli/command.ts";
import { requireCurrency } from "../lib/cli/requireCurrency.ts";
import { findPartner } from "../lib/partners/findPartner.ts";
import { payMilestones } from "../lib/partners/payMilestones.ts";
import { readPartners } from "../lib/partners/readPartners.ts";
import { printable } from "../lib/text/printable.ts";

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
