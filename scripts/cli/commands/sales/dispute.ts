import { toId } from "../../../../core/ids/toId.ts";
import { requireOption } from "../../../../core/requireOption.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { printable } from "../../../../core/text/printable.ts";
import { readDispute } from "../../../chain/disputes/readDispute.ts";
import { openSigner, type SignerOptions } from "../../../chain/openSigner.ts";
import { command } from "../../command.ts";
import { readEvidence } from "../../readEvidence.ts";

interface Arguments extends SignerOptions {
  readonly sale: string | undefined;
  readonly reason: string | undefined;
  readonly evidence: string | undefined;
}

/** `sales dispute`: the signing partner freezes a held sale's lines until the arbiter decides. */
export default command<Arguments>(async (chain, options) => {
  const { program, act } = await openSigner(chain, options);
  const sale = requireOption("sale", options.sale, "the sale's id");
  const reason = requireOption("reason", options.reason, "the reason, which the event tells");
  const evidence = await readEvidence(options.evidence);
  const { transactionHash } = await act("dispute", [toId(sale), reason, evidence]);
  const { deadline } = await readDispute(program, toId(sale));
  return {
    json: { program: program.address, sale, deadline, transaction: transactionHash },
    text: `The lines of the sale ${printable(sale)} are frozen. It stands as posted if the arbiter does not decide before ${formatIsoTime(deadline)}.`,
  };
});
