import { zeroHash } from "viem";
import { requireOption } from "../../../../core/requireOption.ts";
import { counted } from "../../../../core/text/counted.ts";
import { giveRefundsEvidence } from "../../../attribution/evidence/giveRefundsEvidence.ts";
import { readAcknowledged } from "../../../files/columns/readAcknowledged.ts";
import {
  type PostingOption,
  readPostingOptions,
} from "../../../posting/journal/readPostingOptions.ts";
import { describeRecovered } from "../../../posting/sales/describeRecovered.ts";
import { describeRefused } from "../../../posting/sales/describeRefused.ts";
import { refundSales, refundSalesOnTime } from "../../../posting/sales/refundSales.ts";
import { command } from "../../command.ts";
import { dryRefund } from "./dryRefund.ts";

const LATER =
  "Once they are made, run this again: it finds them on the chain, and makes none of them twice.";

/** `sales refund`: makes each refund of a file once. */
export default command<PostingOption | "file" | "acknowledged" | "evidence", "clock" | "again">(
  async (chain, options, { config }) => {
    const file = requireOption("file", options.file, "the path of a refunds file");
    const { program, parameters } = await readPostingOptions(chain, options, config.paths.root);
    const acknowledged = await readAcknowledged(options.acknowledged);
    if (options.dryRun === true) return dryRefund(program, { ...parameters, file, acknowledged });
    const evidence = await giveRefundsEvidence(options.evidence, file);
    const refund = options.clock ? refundSalesOnTime : refundSales;
    const { gasUsed, refused, ...result } = await refund(program, {
      ...parameters,
      evidence,
      file,
      acknowledged,
    });
    return {
      json: {
        ...{ program: program.address, ...result, gasUsed: Number(gasUsed) },
        refused: refused.map(({ line, name, why }) => ({ line, id: name, why })),
        ...(evidence !== zeroHash && { evidence }),
      },
      text: [
        `${result.refunded} refunded in ${counted(result.transactions, "transaction")}, ${counted(result.alreadyRefunded, "was", "were")} refunded before.`,
        ...(result.acknowledged > 0
          ? [`${result.acknowledged} came after their sales were final, and are acknowledged.`]
          : []),
        ...describeRecovered(result.recovered),
        ...describeRefused(refused),
      ].join("\n"),
      beside: {
        json: {
          alreadyRefunded: result.alreadyRefunded,
          refused: refused.map(({ line, name, why }) => ({ line, id: name, why })),
        },
        lines: [...describeRefused(refused), LATER],
      },
      failed: refused.length > 0,
    };
  },
);
