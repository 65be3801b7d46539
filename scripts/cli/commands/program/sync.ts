import { formatUnits } from "viem";
import type { Currency } from "../../../../core/currency/Currency.ts";
import { readProgram } from "../../../chain/readProgram.ts";
import { requireAnswering } from "../../requireAnswering.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `program sync`: counts what came by plain transfers as revenue. Anyone may. */
export default signerCommand<"currency">(async ({ program, act }, options) => {
  const solvency = await readProgram(program, "solvency", []);
  const waitingIn = ({ index }: Currency) => solvency[index]?.uncounted ?? 0n;
  const asked =
    options.currency === undefined
      ? program.currencies.filter((currency) => waitingIn(currency) > 0n)
      : [requireAnswering(program, options.currency)];
  const synced: { currency: string; amount: string; transaction: string }[] = [];
  for (const currency of asked) {
    const { transactionHash: transaction } = await act("sync", [currency.address]);
    const amount = formatUnits(waitingIn(currency), currency.decimals);
    synced.push({ currency: currency.symbol, amount, transaction });
  }
  return {
    json: { synced },
    text:
      synced.length === 0
        ? "Nothing came by plain transfers that is not counted yet."
        : synced
            .map(({ amount, currency }) => `Counted ${amount} ${currency} as revenue.`)
            .join("\n"),
  };
});
