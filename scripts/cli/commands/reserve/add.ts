import { encodeFunctionData, formatUnits } from "viem";
import { programAbi } from "../../../../generated/abis/Program.ts";
import { payIn } from "../../../chain/funds/payIn.ts";
import { readProgram } from "../../../chain/readProgram.ts";
import { requireAmount } from "../../requireAmount.ts";
import { requireAnswering } from "../../requireAnswering.ts";
import { requireReserve } from "../../requireReserve.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `reserve add`: adds to what backs a guaranteed line, or milestones, and nothing else; what is owed already is paid first. */
export default signerCommand<"currency" | "amount" | "line">(
  async ({ program, account }, options) => {
    const currency = requireAnswering(program, options.currency);
    const amount = requireAmount("amount", options.amount, currency);
    const { backs, name } = requireReserve(program, options);
    const transactions = await payIn(program, account, {
      ...{ currency, amount },
      data: encodeFunctionData({
        ...{ abi: programAbi, functionName: "addReserve" },
        args: [backs, currency.address, amount],
      }),
    });
    const show = (value: bigint) => formatUnits(value, currency.decimals);
    const [left, missing] = await readProgram(program, "reserveOf", [backs, currency.address]);
    const [reserve, owed] = [show(left), show(missing)];
    const { symbol } = currency;
    return {
      json: { backs: name, currency: symbol, amount: show(amount), reserve, owed, transactions },
      text: `Added ${show(amount)} ${symbol} for ${name}; beyond what is owed already the reserve is ${reserve} ${symbol}${missing > 0n ? `, and ${owed} ${symbol} are owed still` : ""}.`,
    };
  },
);
