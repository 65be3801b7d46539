import { toId } from "../../../../core/ids/toId.ts";
import { requireOption } from "../../../../core/requireOption.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { printable } from "../../../../core/text/printable.ts";
import { readProgram } from "../../../chain/readProgram.ts";
import { readEvidence } from "../../readEvidence.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `sales dispute`: the signing partner freezes a held sale's lines until the arbiter decides. */
export default signerCommand<"sale" | "reason" | "evidence">(async ({ program, act }, options) => {
  const sale = requireOption("sale", options.sale, "the sale's id");
  const reason = requireOption("reason", options.reason, "the reason, which the event tells");
  const evidence = await readEvidence(options.evidence);
  const { transactionHash } = await act("dispute", [toId(sale), reason, evidence]);
  const { deadline } = await readProgram(program, "disputeOf", [toId(sale)]);
  return {
    json: { sale, deadline, transaction: transactionHash },
    text: `The lines of the sale ${printable(sale)} are frozen. It stands as posted if the arbiter does not decide before ${formatIsoTime(deadline)}.`,
  };
});
