import { toId } from "../../../../core/ids/toId.ts";
import { requireOption } from "../../../../core/requireOption.ts";
import { printable } from "../../../../core/text/printable.ts";
import { describeSettled } from "../../../chain/disputes/describeSettled.ts";
import { openSigner, type SignerOptions } from "../../../chain/openSigner.ts";
import { command } from "../../command.ts";

interface Arguments extends SignerOptions {
  readonly sale: string | undefined;
  readonly reason: string | undefined;
}

/** `sales void`: the arbiter makes a disputed sale void: its money goes back to whoever funded it. */
export default command<Arguments>(async (chain, options) => {
  const { program, act } = await openSigner(chain, options);
  const sale = requireOption("sale", options.sale, "the sale's id");
  const reason = requireOption("reason", options.reason, "the reason, which the event tells");
  const receipt = await act("voidSale", [toId(sale), reason]);
  const settled = await describeSettled(program, sale, receipt);
  return {
    json: { program: program.address, sale, ...settled, transaction: receipt.transactionHash },
    text: `The sale ${printable(sale)} is void: ${settled.returned} ${settled.currency} went back to whoever funded it.`,
  };
});
