import { decodeEventsNamed } from "../../../../core/logs/decodeEventsNamed.ts";
import { requireOption } from "../../../../core/requireOption.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { printable } from "../../../../core/text/printable.ts";
import { findPartner } from "../../../chain/partners/findPartner.ts";
import { showForDispute } from "../../../chain/sales/findShown.ts";
import { readEvidence } from "../../readEvidence.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `sales dispute`: the signing partner freezes a held sale's lines until the arbiter decides. */
export default signerCommand<"sale" | "partner" | "reason" | "evidence">(
  async ({ program, account, act }, options) => {
    const sale = requireOption("sale", options.sale, "the sale's id");
    const reason = requireOption("reason", options.reason, "the reason, which the event tells");
    const evidence = await readEvidence(options.evidence);
    const { wallet } = await findPartner(program, options.partner ?? account);
    const shown = await showForDispute(program, sale);
    const { logs, transactionHash } = await act("dispute", [wallet, shown, reason, evidence]);
    const [disputed] = decodeEventsNamed(logs, ["SaleDisputed"]);
    const deadline = disputed?.args.deadline ?? 0;
    return {
      json: { sale, deadline, transaction: transactionHash },
      text: `The lines of the sale ${printable(sale)} are frozen. It stands as posted if the arbiter does not decide before ${formatIsoTime(deadline)}.`,
    };
  },
);
