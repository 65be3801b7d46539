import { printable } from "../../../../core/text/printable.ts";
import { findPartner } from "../../../chain/partners/findPartner.ts";
import { graduatePartners } from "../../../chain/partners/graduatePartners.ts";
import { readPartners } from "../../../chain/partners/readPartners.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `partners graduate`: gives a partner, or all that meet the terms' criteria, their higher tier. Anyone may. */
export default signerCommand<"partner">(async (signer, options) => {
  const { program } = signer;
  const partners =
    options.partner === undefined
      ? await readPartners(program)
      : [await findPartner(program, options.partner)];
  const graduated = await graduatePartners(signer, partners);
  const lines = graduated.map(
    ({ partner, tier }) =>
      `${printable(partner)} has the tier ${printable(tier)} from the next period's start.`,
  );
  return {
    json: { graduated },
    text: lines.length > 0 ? lines.join("\n") : "Nobody meets the criteria of a higher tier now.",
  };
});
