import { openSigner, type SignerOptions } from "../lib/chain/openSigner.ts";
import { command } from "../lib/cli/command.ts";
import { requireAddress } from "../lib/cli/requireAddress.ts";
import { requireOption } from "../lib/cli/requireOption.ts";
import { findPartner } from "../lib/partners/findPartner.ts";
import { printable } from "../lib/text/printable.ts";

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
