import { counted } from "../../../../core/text/counted.ts";
import type { Program } from "../../../chain/openProgram.ts";
import { describeRefused } from "../../../posting/sales/describeRefused.ts";
import { dryRefundSales } from "../../../posting/sales/dryRefundSales.ts";
import type { RefundSalesParameters } from "../../../posting/sales/refundSales.ts";
import type { Output } from "../../Output.ts";

/** `sales refund --dry-run`: what it would do. */
export async function dryRefund(
  program: Program,
  parameters: RefundSalesParameters,
): Promise<Output> {
  const { gas, refused, ...found } = await dryRefundSales(program, parameters);
  return {
    json: {
      ...{ program: program.address, dryRun: true, ...found },
      gas: gas === undefined ? null : Number(gas),
      refused: refused.map(({ line, name, why }) => ({ line, id: name, why })),
    },
    text: [
      `Nothing was sent. ${found.wouldRefund} would be refunded in ${counted(found.transactions, "transaction")}, with ${gas === undefined ? "gas that the RPC cannot tell" : `at most ${gas.toLocaleString("en")} gas`}; ${counted(found.alreadyRefunded, "was", "were")} refunded before.`,
      ...describeRefused(refused),
    ].join("\n"),
    failed: refused.length > 0,
  };
}
