import { openSigner, type SignerOptions } from "../lib/chain/openSigner.ts";
import { command } from "../lib/cli/command.ts";
import { findPartner } from "../lib/partners/findPartner.ts";
import { graduatePartners } from "../lib/partners/graduatePartners.ts";
import { readPartners } from "../lib/partners/readPartners.ts";
import { printable } from "../lib/text/printable.ts";

interface Arguments extends SignerOptions {
  readonly partner: string | undefined;
}

/** `partners graduate`: gives a partner, or all that meet the terms' criteria, their higher tier. Anyone may. */
export default command<Arguments>(async (chain, options) => {
  const signer = await openSigner(chain, options);
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
    json: { program: program.address, graduated },
    text: lines.length > 0 ? lines.join("\n") : "Nobody meets the criteria of a higher tier now.",
  };
});
