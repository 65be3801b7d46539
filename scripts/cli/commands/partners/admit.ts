import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { printable } from "../../../../core/text/printable.ts";
import { openSigner } from "../../../chain/openSigner.ts";
import { readSignedJoining } from "../../../chain/partners/readSignedJoining.ts";
import { command } from "../../command.ts";

/** `partners admit`: the operator enrolls a partner who signed the terms. */
export default command<"program" | "from" | "file">(async (chain, options) => {
  const file = requireOption("file", options.file, "a file that `partners sign` wrote");
  const signed = await readSignedJoining(file);
  const { program, act } = await openSigner(chain, options);
  refuseOther(signed.program, program.address, "It was signed for another program.");
  refuseOther(signed.termsHash, program.termsHash, "The terms are others than those signed.");
  const { wallet, name, tier, joined, referrer, deadline, signature } = signed;
  const { transactionHash } = await act("enrollSigned", [
    { wallet, name, tier, joined, referrer },
    BigInt(deadline),
    signature,
  ]);
  return {
    json: { program: program.address, partner: name, wallet, transaction: transactionHash },
    text: `${printable(name)} (${wallet}) is enrolled, and has accepted the terms.`,
  };
});

function refuseOther(found: string, allowed: string, sentence: string): void {
  if (found === allowed) return;
  throw new TributaryError(sentence, {
    ...{ found, allowed },
    todo: "Have the partner sign again.",
  });
}
