import { requireOption } from "../../../../core/requireOption.ts";
import { printable } from "../../../../core/text/printable.ts";
import { openSigner, type SignerOptions } from "../../../chain/openSigner.ts";
import { findPartner } from "../../../chain/partners/findPartner.ts";
import { command } from "../../command.ts";

interface Arguments extends SignerOptions {
  readonly partner: string | undefined;
}

/** `partners cancel-move`: takes back a move of a partner's wallet that was proposed. */
export default command<Arguments>(async (chain, options) => {
  const { program, act } = await openSigner(chain, options);
  const { name, wallet, paidAt } = await findPartner(
    program,
    requireOption("partner", options.partner, "a name or a wallet"),
  );
  const { transactionHash } = await act("cancelMove", [wallet]);
  return {
    json: { program: program.address, partner: name, paidAt, transaction: transactionHash },
    text: `${printable(name)} stays at ${paidAt}.`,
  };
});
