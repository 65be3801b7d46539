import { NO_ROLE } from "../../../../core/deal/Terms.ts";
import { decodeEventsNamed } from "../../../../core/logs/decodeEventsNamed.ts";
import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { listOf } from "../../../../core/text/listOf.ts";
import { printable } from "../../../../core/text/printable.ts";
import type { Program } from "../../../chain/openProgram.ts";
import { findPartner } from "../../../chain/partners/findPartner.ts";
import { showForDispute } from "../../../chain/sales/findShown.ts";
import { readEvidence } from "../../readEvidence.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `sales dispute`: the signing partner freezes a held sale's lines until the arbiter decides. */
export default signerCommand<"sale" | "partner" | "role" | "reason" | "evidence">(
  async ({ program, account, act }, options) => {
    const sale = requireOption("sale", options.sale, "the sale's id");
    const reason = requireOption("reason", options.reason, "the reason, which the event tells");
    const evidence = await readEvidence(options.evidence);
    const { wallet } = await findPartner(program, options.partner ?? account);
    const shown = await showForDispute(program, sale);
    const role = readRole(program, options.role);
    const { logs, transactionHash } = await act("dispute", [wallet, shown, role, reason, evidence]);
    const [disputed] = decodeEventsNamed(logs, ["SaleDisputed", "DisputeJoined"]);
    const deadline = disputed?.args.deadline ?? 0;
    return {
      json: { sale, deadline, transaction: transactionHash },
      text: `The lines of the sale ${printable(sale)} are frozen. It stands as posted if the arbiter does not decide before ${formatIsoTime(deadline)}.`,
    };
  },
);

/** The place of a role by its name; who has a line of the sale claims none. */
function readRole({ terms }: Program, name: string | undefined): bigint {
  if (name === undefined) return BigInt(NO_ROLE);
  const { roles } = terms;
  const role = roles.findIndex((one) => one.name === name);
  if (role >= 0) return BigInt(role);
  throw new TributaryError(`The terms have no role ${printable(name)}.`, {
    todo: `Name one of these: ${listOf(roles.map(({ name: own }) => own))}.`,
  });
}
