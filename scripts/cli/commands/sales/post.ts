import { formatUnits, zeroHash } from "viem";
import { requireOption } from "../../../../core/requireOption.ts";
import { counted } from "../../../../core/text/counted.ts";
import { findSalesEvidence } from "../../../attribution/evidence/findSalesEvidence.ts";
import {
  type PostingOption,
  readPostingOptions,
} from "../../../posting/journal/readPostingOptions.ts";
import { describeDiffering } from "../../../posting/sales/describeDiffering.ts";
import { describeRecovered } from "../../../posting/sales/describeRecovered.ts";
import { describeRefused } from "../../../posting/sales/describeRefused.ts";
import { describeUncredited } from "../../../posting/sales/describeUncredited.ts";
import { postSales } from "../../../posting/sales/postSales.ts";
import { postSalesOnTime } from "../../../posting/sales/postSalesOnTime.ts";
import { command } from "../../command.ts";
import { requireLane } from "../../requireLane.ts";
import { dryPost } from "./dryPost.ts";

const LATER =
  "Once they are made, run this again: it finds them on the chain, and posts none of them twice.";

/** `sales post`: posts each sale of a file once. */
export default command<
  PostingOption | "sales" | "lane" | "evidence",
  "clock" | "withoutCredits" | "again"
>(async (chain, options, { config }) => {
  const file = requireOption("sales", options.sales, "the path of a sales file");
  const { program, parameters } = await readPostingOptions(chain, options, config.paths.root);
  const evidence = await findSalesEvidence(options.evidence, file);
  const { withoutCredits } = options;
  const lane = options.lane === undefined ? undefined : requireLane(options.lane, 0);
  const given = { ...parameters, evidence, file, lane, withoutCredits };
  if (options.dryRun === true) return dryPost(program, given);
  const post = options.clock ? postSalesOnTime : postSales;
  const { funded, gasUsed, refused, differing, ...result } = await post(program, given);
  const added = funded.map(({ currency, amount }) => ({
    currency: currency.symbol,
    amount: formatUnits(amount, currency.decimals),
  }));
  return {
    json: {
      ...{ program: program.address, ...result, gasUsed: Number(gasUsed), funded: added },
      differing: differing.map(({ name }) => name),
      differences: differing.map(({ name, ...rest }) => ({ id: name, ...rest })),
      refused: refused.map(({ line, name, why }) => ({ line, id: name, why })),
      ...(evidence !== zeroHash && { evidence }),
    },
    text: [
      `${result.posted} posted in ${counted(result.transactions, "transaction")} (${gasUsed.toLocaleString("en")} gas), ${counted(result.alreadyPosted, "was", "were")} posted before.`,
      ...added.map(
        ({ amount, currency }) => `Added ${amount} ${currency} to the program's funds for them.`,
      ),
      ...describeUncredited(result.uncredited),
      ...describeRecovered(result.recovered),
      ...describeDiffering(differing),
      ...describeRefused(refused),
    ].join("\n"),
    beside: {
      json: {
        ...{ alreadyPosted: result.alreadyPosted, funded: added },
        differing: differing.map(({ name }) => name),
        refused: refused.map(({ line, name, why }) => ({ line, id: name, why })),
      },
      lines: [
        ...describeUncredited(result.uncredited),
        ...describeDiffering(differing),
        ...describeRefused(refused),
        LATER,
      ],
    },
    failed: refused.length > 0 || differing.length > 0,
  };
});
