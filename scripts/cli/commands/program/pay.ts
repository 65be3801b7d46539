import { encodeFunctionData, formatUnits } from "viem";
import { programAbi } from "../../../../generated/abis/Program.ts";
import { refuseMissing } from "../../../chain/funds/addFunds.ts";
import { payByPermit } from "../../../chain/funds/payByPermit.ts";
import { payIn } from "../../../chain/funds/payIn.ts";
import { requireAmount } from "../../requireAmount.ts";
import { requireAnswering } from "../../requireAnswering.ts";
import { requireKind } from "../../requireKind.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `program pay`: pays in revenue that standing lines and the residual share. Anyone may. */
export default signerCommand<"kind" | "currency" | "amount", "permit">(
  async ({ program, account }, options) => {
    const kind = requireKind(program, options.kind);
    const currency = requireAnswering(program, options.currency);
    const amount = requireAmount("amount", options.amount, currency);
    await refuseMissing(program, account, currency, amount);
    const args = [kind, currency.address, amount] as const;
    const send = options.permit ? payByPermit : payIn;
    const transactions = await send(program, account, {
      ...{ currency, amount },
      data: encodeFunctionData({ abi: programAbi, functionName: "pay", args }),
      withPermit: (permit) =>
        encodeFunctionData({
          ...{ abi: programAbi, functionName: "payWithPermit", args: [...args, permit] },
        }),
    });
    const { symbol } = currency;
    const paid = formatUnits(amount, currency.decimals);
    return {
      json: { kind: program.terms.kinds[kind], currency: symbol, amount: paid, transactions },
      text: `Paid in ${paid} ${symbol} of revenue of the kind ${program.terms.kinds[kind]}.`,
    };
  },
);
