import { formatUnits } from "viem";
import { readProgram } from "../../../chain/readProgram.ts";
import { requireAmount } from "../../requireAmount.ts";
import { requireAnswering } from "../../requireAnswering.ts";
import { requireReserve } from "../../requireReserve.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `reserve withdraw`: sends what a line's guarantee no longer needs, or what was announced of the milestones' reserve, to the treasury. */
export default signerCommand<"currency" | "amount" | "line">(async ({ program, act }, options) => {
  const currency = requireAnswering(program, options.currency);
  const amount = requireAmount("amount", options.amount, currency);
  const { backs, name } = requireReserve(program, options);
  const args = [backs, currency.address, amount] as const;
  const { transactionHash } = await act("withdrawReserve", args);
  const show = (value: bigint) => formatUnits(value, currency.decimals);
  const [left] = await readProgram(program, "reserveOf", [backs, currency.address]);
  const reserve = show(left);
  const { symbol } = currency;
  return {
    json: {
      ...{ backs: name, currency: symbol, amount: show(amount), reserve },
      transaction: transactionHash,
    },
    text: `Sent ${show(amount)} ${symbol} to the treasury ${program.terms.treasury}; the reserve of ${name} is ${reserve} ${symbol} now.`,
  };
});
