import { requireOption } from "../../../../core/requireOption.ts";
import { printable } from "../../../../core/text/printable.ts";
import { describeSettled } from "../../../chain/disputes/describeSettled.ts";
import { showDisputed } from "../../../chain/sales/findShown.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `sales uphold`: the arbiter lets a disputed sale stand as posted. */
export default signerCommand<"sale" | "reason">(async ({ program, act }, options) => {
  const sale = requireOption("sale", options.sale, "the sale's id");
  const reason = requireOption("reason", options.reason, "the reason, which the event tells");
  const shown = await showDisputed(program, sale);
  const receipt = await act("upholdSale", [shown, reason]);
  const settled = describeSettled(program, shown, receipt);
  return {
    json: { sale, ...settled, transaction: receipt.transactionHash },
    text: `The sale ${printable(sale)} stands as posted.`,
  };
});
