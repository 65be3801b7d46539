import { formatUnits } from "viem";
import { payIn } from "../../../chain/funds/payIn.ts";
import { readReserve } from "../../../chain/funds/readReserve.ts";
import { openSigner, type SignerOptions } from "../../../chain/openSigner.ts";
import { command } from "../../command.ts";
import { requireAmount } from "../../requireAmount.ts";
import { requireCurrency } from "../../requireCurrency.ts";

interface Arguments extends SignerOptions {
  readonly currency: string | undefined;
  readonly amount: string | undefined;
}

/** `reserve add`: adds to what pays guarantees and milestones; arrears are paid first. */
export default command<Arguments>(async (chain, options) => {
  const { program, account } = await openSigner(chain, options);
  const currency = requireCurrency(program, options.currency);
  const amount = requireAmount("amount", options.amount, currency);
  const transactions = await payIn(program, account, {
    ...{ functionName: "addReserve", currency, amount },
  });
  const show = (value: bigint) => formatUnits(value, currency.decimals);
  const reserve = show(await readReserve(program, currency));
  const { symbol } = currency;
  return {
    json: {
      program: program.address,
      ...{ currency: symbol, amount: show(amount), reserve, transactions },
    },
    text: `Added ${show(amount)} ${symbol}; once arrears are paid the reserve is ${reserve} ${symbol}.`,
  };
});
