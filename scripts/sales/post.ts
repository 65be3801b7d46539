import { formatUnits } from "viem";
import { accountOf } from "../lib/chain/openChain.ts";
import { openProgram } from "../lib/chain/openProgram.ts";
import { command } from "../lib/cli/command.ts";
import { createProgress } from "../lib/cli/Progress.ts";
import { requireOption } from "../lib/cli/requireOption.ts";
import { postSales } from "../lib/sales/postSales.ts";
import { postSalesOnTime } from "../lib/sales/postSalesOnTime.ts";

interface Arguments {
  readonly program: string | undefined;
  readonly sales: string | undefined;
  readonly clock: boolean;
  readonly from: string | undefined;
  readonly json: boolean;
}

/** `sales post`: posts each sale of a file once. */
export default command<Arguments>(async (chain, options) => {
  const file = requireOption("sales", options.sales, "the path of a sales file");
  const program = await openProgram(
    chain,
    requireOption("program", options.program, "the program's address"),
  );
  const account = await accountOf(chain, options.from);
  const post = options.clock ? postSalesOnTime : postSales;
  const { funded, gasUsed, ...result } = await post(program, {
    file,
    account,
    progress: createProgress(),
  });
  const added = funded.map(({ currency, amount }) => ({
    currency: currency.symbol,
    amount: formatUnits(amount, currency.decimals),
  }));
  return {
    json: { program: program.address, ...result, gasUsed: Number(gasUsed), funded: added },
    text: [
      `${result.posted} posted in ${result.transactions} transactions (${gasUsed.toLocaleString("en")} gas), ${result.alreadyPosted} were posted before.`,
      ...added.map(
        ({ amount, currency }) => `Added ${amount} ${currency} to the program's funds for them.`,
      ),
    ].join("\n"),
  };
});
