import { formatUnits } from "viem";
import { readProgram } from "../../../chain/readProgram.ts";
import { requireAmount } from "../../requireAmount.ts";
import { requireCurrency } from "../../requireCurrency.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `reserve withdraw`: sends what no guaranteed line needs any more to the treasury. */
export default signerCommand<"currency" | "amount">(async ({ program, act }, options) => {
  const currency = requireCurrency(program, options.currency);
  const amount = requireAmount("amount", options.amount, currency);
  const { transactionHash } = await act("withdrawReserve", [currency.address, amount]);
  const show = (value: bigint) => formatUnits(value, currency.decimals);
  const reserve = show(await readProgram(program, "reserveOf", [currency.address]));
  const { symbol } = currency;
  return {
    json: { currency: symbol, amount: show(amount), reserve, transaction: transactionHash },
    text: `Sent ${show(amount)} ${symbol} to the treasury ${program.terms.treasury}; the reserve is ${reserve} ${symbol} now.`,
  };
});
