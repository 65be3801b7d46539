import { accountOf } from "../lib/chain/openChain.ts";
import { openProgram } from "../lib/chain/openProgram.ts";
import { command } from "../lib/cli/command.ts";
import { createProgress } from "../lib/cli/Progress.ts";
import { requireOption } from "../lib/cli/requireOption.ts";
import { refundSales, refundSalesOnTime } from "../lib/sales/refundSales.ts";

interface Arguments {
  readonly program: string | undefined;
  readonly file: string | undefined;
  readonly clock: boolean;
  readonly from: string | undefined;
  readonly json: boolean;
}

/** `sales refund`: makes each refund of a file once. */
export default command<Arguments>(async (chain, options) => {
  const file = requireOption("file", options.file, "the path of a refunds file");
  const program = await openProgram(
    chain,
    requireOption("program", options.program, "the program's address"),
  );
  const account = await accountOf(chain, options.from);
  const refund = options.clock ? refundSalesOnTime : refundSales;
  const { gasUsed, ...result } = await refund(program, {
    file,
    account,
    progress: createProgress(),
  });
  return {
    json: { program: program.address, ...result, gasUsed: Number(gasUsed) },
    text: `${result.refunded} refunded in ${result.transactions} transactions, ${result.alreadyRefunded} were refunded before.`,
  };
});
