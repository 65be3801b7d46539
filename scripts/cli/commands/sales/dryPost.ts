import { formatUnits } from "viem";
import { counted } from "../../../../core/text/counted.ts";
import type { Program } from "../../../chain/openProgram.ts";
import { describeDiffering } from "../../../posting/sales/describeDiffering.ts";
import { describeRefused } from "../../../posting/sales/describeRefused.ts";
import { describeUncredited } from "../../../posting/sales/describeUncredited.ts";
import { dryPostSales } from "../../../posting/sales/dryPostSales.ts";
import type { PostSalesParameters } from "../../../posting/sales/postSales.ts";
import type { Output } from "../../Output.ts";

/** `sales post --dry-run`: what it would do. */
export async function dryPost(program: Program, parameters: PostSalesParameters): Promise<Output> {
  const found = await dryPostSales(program, parameters);
  const { wouldPost, alreadyPosted, uncredited, differing, refused, gas } = found;
  const funding = found.funding.map(({ currency, amount }) => ({
    currency: currency.symbol,
    amount: formatUnits(amount, currency.decimals),
  }));
  return {
    json: {
      ...{ program: program.address, dryRun: true, wouldPost, alreadyPosted, uncredited, funding },
      gas: gas === undefined ? null : Number(gas),
      differing: differing.map(({ name }) => name),
      differences: differing.map(({ name, ...rest }) => ({ id: name, ...rest })),
      refused: refused.map(({ line, name, why }) => ({ line, id: name, why })),
    },
    text: [
      `Nothing was sent. ${wouldPost} would be posted, ${counted(alreadyPosted, "was", "were")} posted before.`,
      ...funding.map(
        ({ amount, currency }) => `${amount} ${currency} would be added to the program's funds.`,
      ),
      gas === undefined
        ? "What gas it takes the RPC cannot tell."
        : `It would take about ${gas.toLocaleString("en")} gas.`,
      ...describeUncredited(uncredited),
      ...describeDiffering(differing),
      ...describeRefused(refused),
    ].join("\n"),
    failed: refused.length > 0 || differing.length > 0,
  };
}
