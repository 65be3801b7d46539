import { requireOption } from "../../../../core/requireOption.ts";
import { printable } from "../../../../core/text/printable.ts";
import { describeSettled } from "../../../chain/disputes/describeSettled.ts";
import { showDisputed } from "../../../chain/sales/findShown.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `sales close`: lets a disputed sale stand that nobody decided by its deadline. Anyone may. */
export default signerCommand<"sale">(async ({ program, act }, options) => {
  const sale = requireOption("sale", options.sale, "the sale's id");
  const shown = await showDisputed(program, sale);
  const receipt = await act("closeDispute", [shown]);
  const settled = describeSettled(program, shown, receipt);
  return {
    json: { sale, ...settled, transaction: receipt.transactionHash },
    text: `Nobody decided in time: the sale ${printable(sale)} stands as posted.`,
  };
});
