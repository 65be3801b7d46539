import { printable } from "../../../../core/text/printable.ts";
import { requireCurrency } from "../../requireCurrency.ts";
import { requirePartner } from "../../requirePartner.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `partners count`: counts a partner's locked periods towards tiers and milestones, ahead of what needs them. Anyone may. */
export default signerCommand<"partner" | "currency">(async ({ program, act }, options) => {
  const partner = await requirePartner(program, options);
  const currency = requireCurrency(program, options.currency);
  const args = [BigInt(partner.number), currency.address] as const;
  const { transactionHash } = await act("countProgress", args);
  return {
    json: { partner: partner.name, currency: currency.symbol, transaction: transactionHash },
    text: `What ${printable(partner.name)} earned in ${currency.symbol} is counted, 600 periods with credits at a time.`,
  };
});
