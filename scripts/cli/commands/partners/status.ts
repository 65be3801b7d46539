import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { listOf } from "../../../../core/text/listOf.ts";
import { printable } from "../../../../core/text/printable.ts";
import { requirePartner } from "../../requirePartner.ts";
import { signerCommand } from "../../signerCommand.ts";

/** In the contract's order, from 1. */
const STATUSES = ["active", "suspended"];

/** `partners status`: makes a partner active or suspended; what it earned stays its own. */
export default signerCommand<"partner" | "status" | "reason">(async ({ program, act }, options) => {
  const partner = await requirePartner(program, options);
  const name = requireOption("status", options.status, listOf(STATUSES));
  const status = STATUSES.indexOf(name) + 1;
  if (status === 0) {
    throw new TributaryError(`"${name}" is no status.`, { allowed: listOf(STATUSES) });
  }
  const reason = requireOption("reason", options.reason, "the reason, which the event tells");
  const { transactionHash } = await act("setStatus", [BigInt(partner.number), status, reason]);
  return {
    json: { partner: partner.name, status: name, transaction: transactionHash },
    text: `${printable(partner.name)} is ${name} now. What it earned stays its own.`,
  };
});
