import { requireOption } from "../../../../core/requireOption.ts";
import { printable } from "../../../../core/text/printable.ts";
import { openSigner, type SignerOptions } from "../../../chain/openSigner.ts";
import { findPartner } from "../../../chain/partners/findPartner.ts";
import { command } from "../../command.ts";
import { requireAddress } from "../../requireAddress.ts";

interface Arguments extends SignerOptions {
  readonly partner: string | undefined;
  readonly address: string | undefined;
}

/** `partners recovery`: names who may move a partner's wallet where its key is lost or stolen. */
export default command<Arguments>(async (chain, options) => {
  const { program, act } = await openSigner(chain, options);
  const { name, wallet } = await findPartner(
    program,
    requireOption("partner", options.partner, "a name or a wallet"),
  );
  const recovery = requireAddress("address", options.address);
  const { transactionHash } = await act("setRecovery", [wallet, recovery]);
  return {
    json: { program: program.address, partner: name, recovery, transaction: transactionHash },
    text: `${recovery} may move the wallet of ${printable(name)} and cancel such moves. Only it can name another.`,
  };
});
