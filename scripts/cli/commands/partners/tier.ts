import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { listOf } from "../../../../core/text/listOf.ts";
import { printable } from "../../../../core/text/printable.ts";
import { openSigner, type SignerOptions } from "../../../chain/openSigner.ts";
import { findPartner } from "../../../chain/partners/findPartner.ts";
import { command } from "../../command.ts";

interface Arguments extends SignerOptions {
  readonly partner: string | undefined;
  readonly tier: string | undefined;
  readonly reason: string | undefined;
}

/** `partners tier`: gives a partner another tier from the next period's start, with the reason in the event. */
export default command<Arguments>(async (chain, options) => {
  const { program, act } = await openSigner(chain, options);
  const partner = await findPartner(
    program,
    requireOption("partner", options.partner, "a name or a wallet"),
  );
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
    json: {
      program: program.address,
      ...{ partner: partner.name, tier: name, transaction: transactionHash },
    },
    text: `${printable(partner.name)} has the tier ${printable(name)} from the next period's start.`,
  };
});
