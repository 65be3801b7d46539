import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { listOf } from "../../../../core/text/listOf.ts";
import { printable } from "../../../../core/text/printable.ts";
import { requirePartner } from "../../requirePartner.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `partners tier`: gives a partner another tier from the next period's start, with the reason in the event. */
export default signerCommand<"partner" | "tier" | "reason">(async ({ program, act }, options) => {
  const partner = await requirePartner(program, options);
  const name = requireOption("tier", options.tier, "the name of a tier");
  const { tiers } = program.terms;
  const tier = tiers.indexOf(name);
  if (tier < 0) {
    throw new TributaryError(`The terms have no tier "${name}".`, {
      allowed: tiers.length === 0 ? "none, for the terms have no tiers" : listOf(tiers),
    });
  }
  const reason = requireOption("reason", options.reason, "the reason, which the event tells");
  const { transactionHash } = await act("setTier", [BigInt(partner.number), tier, reason]);
  return {
    json: { partner: partner.name, tier: name, transaction: transactionHash },
    text: `${printable(partner.name)} has the tier ${printable(name)} from the next period's start.`,
  };
});
