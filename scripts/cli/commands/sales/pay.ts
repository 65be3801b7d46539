import { encodeFunctionData, formatUnits } from "viem";
import { toId } from "../../../../core/ids/toId.ts";
import { requireOption } from "../../../../core/requireOption.ts";
import { printable } from "../../../../core/text/printable.ts";
import { programAbi } from "../../../../generated/abis/Program.ts";
import { refuseMissing } from "../../../chain/funds/addFunds.ts";
import { payByPermit } from "../../../chain/funds/payByPermit.ts";
import { payIn } from "../../../chain/funds/payIn.ts";
import { requireAmount } from "../../requireAmount.ts";
import { requireAnswering } from "../../requireAnswering.ts";
import { requireKind } from "../../requireKind.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `sales pay`: a customer pays a sale on chain, in whole, before it is attributed. */
export default signerCommand<"sale" | "kind" | "currency" | "amount", "permit">(
  async ({ program, account }, options) => {
    const sale = requireOption("sale", options.sale, "the sale's id");
    const kind = requireKind(program, options.kind);
    const currency = requireAnswering(program, options.currency);
    const amount = requireAmount("amount", options.amount, currency);
    await refuseMissing(program, account, currency, amount);
    const args = [toId(sale), kind, currency.address, amount] as const;
    const send = options.permit ? payByPermit : payIn;
    const transactions = await send(program, account, {
      ...{ currency, amount },
      data: encodeFunctionData({ abi: programAbi, functionName: "paySale", args }),
      withPermit: (permit) =>
        encodeFunctionData({
          ...{ abi: programAbi, functionName: "paySaleWithPermit", args: [...args, permit] },
        }),
    });
    const paid = formatUnits(amount, currency.decimals);
    return {
      json: { sale, payer: account, currency: currency.symbol, amount: paid, transactions },
      text: `Paid ${paid} ${currency.symbol} for the sale ${printable(sale)}; what of it is refunded returns to ${account}.`,
    };
  },
);
