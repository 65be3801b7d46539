import { requireOption } from "../../../../core/requireOption.ts";
import { printable } from "../../../../core/text/printable.ts";
import { describeSettled } from "../../../chain/disputes/describeSettled.ts";
import { showDisputed } from "../../../chain/sales/findShown.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `sales void`: the arbiter makes a disputed sale void: its money goes back to whoever funded it. */
export default signerCommand<"sale" | "reason">(async ({ program, act }, options) => {
  const sale = requireOption("sale", options.sale, "the sale's id");
  const reason = requireOption("reason", options.reason, "the reason, which the event tells");
  const shown = await showDisputed(program, sale);
  const receipt = await act("voidSale", [shown, reason]);
  const settled = describeSettled(program, shown, receipt);
  return {
    json: { sale, ...settled, transaction: receipt.transactionHash },
    text: `The sale ${printable(sale)} is void: ${settled.returned} ${settled.currency} went back to whoever funded it.`,
  };
});
