import { formatUnits } from "viem";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { readProgram } from "../../../chain/readProgram.ts";
import { requireAmount } from "../../requireAmount.ts";
import { requireCurrency } from "../../requireCurrency.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `reserve announce`: says what will be taken out of the milestones' reserve, at least one whole period ahead. */
export default signerCommand<"currency" | "amount">(async ({ program, act }, options) => {
  const currency = requireCurrency(program, options.currency);
  const amount = requireAmount("amount", options.amount, currency);
  const { transactionHash } = await act("announceWithdrawal", [currency.address, amount]);
  const [, at] = await readProgram(program, "announcedWithdrawal", [currency.address]);
  const from = formatIsoTime(at);
  const shown = formatUnits(amount, currency.decimals);
  const { symbol } = currency;
  return {
    json: { currency: symbol, amount: shown, from, transaction: transactionHash },
    text: `${shown} ${symbol} of the milestones' reserve can be withdrawn from ${from} on, within one period.`,
  };
});
