import { formatUnits } from "viem";
import { readProgram } from "../../../chain/readProgram.ts";
import { requireAmount } from "../../requireAmount.ts";
import { requireAnswering } from "../../requireAnswering.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `program withdraw`: the operator sends funds that no sale has used to the treasury. */
export default signerCommand<"currency" | "amount">(async ({ program, act }, options) => {
  const currency = requireAnswering(program, options.currency);
  const amount = requireAmount("amount", options.amount, currency);
  const { transactionHash } = await act("withdrawFunds", [currency.address, amount]);
  const solvency = await readProgram(program, "solvency", []);
  const show = (value: bigint) => formatUnits(value, currency.decimals);
  const funds = show(solvency[currency.index]?.funds ?? 0n);
  const { symbol } = currency;
  return {
    json: { currency: symbol, amount: show(amount), funds, transaction: transactionHash },
    text: `Sent ${show(amount)} ${symbol} of the funds to the treasury; ${funds} ${symbol} are left.`,
  };
});
