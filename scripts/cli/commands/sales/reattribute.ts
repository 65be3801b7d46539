import { indexByName } from "../../../../core/ids/indexByName.ts";
import { FIRST_POOL } from "../../../../core/ledger/PartnerState.ts";
import { requireOption } from "../../../../core/requireOption.ts";
import { printable } from "../../../../core/text/printable.ts";
import { describeSettled } from "../../../chain/disputes/describeSettled.ts";
import type { Program } from "../../../chain/openProgram.ts";
import { findPartner } from "../../../chain/partners/findPartner.ts";
import { showDisputed } from "../../../chain/sales/findShown.ts";
import { signerCommand } from "../../signerCommand.ts";

/** A pool's number by its name, or a partner's. */
async function numberOf(program: Program, name: string): Promise<bigint> {
  const { pools } = program.terms;
  const [pool] = indexByName(pools)(name);
  if (pool !== undefined) return BigInt(FIRST_POOL + pools.indexOf(pool));
  return BigInt((await findPartner(program, name)).number);
}

/** `sales reattribute`: the arbiter gives a disputed sale's lines to other partners, at the amounts that they have. */
export default signerCommand<"sale" | "partners" | "reason">(async ({ program, act }, options) => {
  const sale = requireOption("sale", options.sale, "the sale's id");
  const names = requireOption(
    "partners",
    options.partners,
    "a partner for each line in order, such as ana;ben",
  ).split(";");
  const reason = requireOption("reason", options.reason, "the reason, which the event tells");
  const numbers: bigint[] = [];
  for (const name of names) numbers.push(await numberOf(program, name));
  const shown = await showDisputed(program, sale);
  const receipt = await act("reattributeSale", [shown, numbers, reason]);
  const settled = describeSettled(program, shown, receipt);
  return {
    json: { sale, ...settled, transaction: receipt.transactionHash },
    text: `The lines of the sale ${printable(sale)} are those of ${names.map(printable).join(", ")} now.`,
  };
});
