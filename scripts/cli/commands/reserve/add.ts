import { formatUnits } from "viem";
import { payIn } from "../../../chain/funds/payIn.ts";
import { readProgram } from "../../../chain/readProgram.ts";
import { requireAmount } from "../../requireAmount.ts";
import { requireCurrency } from "../../requireCurrency.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `reserve add`: adds to what pays guarantees and milestones; arrears are paid first. */
export default signerCommand<"currency" | "amount">(async ({ program, account }, options) => {
  const currency = requireCurrency(program, options.currency);
  const amount = requireAmount("amount", options.amount, currency);
  const transactions = await payIn(program, account, {
    ...{ functionName: "addReserve", currency, amount },
  });
  const show = (value: bigint) => formatUnits(value, currency.decimals);
  const reserve = show(await readProgram(program, "reserveOf", [currency.address]));
  const { symbol } = currency;
  return {
    json: { currency: symbol, amount: show(amount), reserve, transactions },
    text: `Added ${show(amount)} ${symbol}; once arrears are paid the reserve is ${reserve} ${symbol}.`,
  };
});
