import { toId } from "../../../../core/ids/toId.ts";
import { requireOption } from "../../../../core/requireOption.ts";
import { printable } from "../../../../core/text/printable.ts";
import { describeSettled } from "../../../chain/disputes/describeSettled.ts";
import { openSigner, type SignerOptions } from "../../../chain/openSigner.ts";
import { command } from "../../command.ts";

interface Arguments extends SignerOptions {
  readonly sale: string | undefined;
}

/** `sales close`: lets a disputed sale stand that nobody decided by its deadline. Anyone may. */
export default command<Arguments>(async (chain, options) => {
  const { program, act } = await openSigner(chain, options);
  const sale = requireOption("sale", options.sale, "the sale's id");
  const receipt = await act("closeDispute", [toId(sale)]);
  const settled = await describeSettled(program, sale, receipt);
  return {
    json: { program: program.address, sale, ...settled, transaction: receipt.transactionHash },
    text: `Nobody decided in time: the sale ${printable(sale)} stands as posted.`,
  };
});
