import { formatUnits } from "viem";
import { readReserve } from "../../../chain/funds/readReserve.ts";
import { openSigner, type SignerOptions } from "../../../chain/openSigner.ts";
import { command } from "../../command.ts";
import { requireAmount } from "../../requireAmount.ts";
import { requireCurrency } from "../../requireCurrency.ts";

interface Arguments extends SignerOptions {
  readonly currency: string | undefined;
  readonly amount: string | undefined;
}

/** `reserve withdraw`: sends what no guaranteed line needs any more to the treasury. */
export default command<Arguments>(async (chain, options) => {
  const { program, act } = await openSigner(chain, options);
  const currency = requireCurrency(program, options.currency);
  const amount = requireAmount("amount", options.amount, currency);
  const { transactionHash } = await act("withdrawReserve", [currency.address, amount]);
  const show = (value: bigint) => formatUnits(value, currency.decimals);
  const reserve = show(await readReserve(program, currency));
  const { symbol } = currency;
  return {
    json: {
      program: program.address,
      ...{ currency: symbol, amount: show(amount), reserve, transaction: transactionHash },
    },
    text: `Sent ${show(amount)} ${symbol} to the treasury ${program.terms.treasury}; the reserve is ${reserve} ${symbol} now.`,
  };
});
