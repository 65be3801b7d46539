import { formatUnits } from "viem";
import { programAbi } from "../../generated/abis.ts";
import { findCurrency } from "../lib/chain/findCurrency.ts";
import { accountOf } from "../lib/chain/openChain.ts";
import { openProgram } from "../lib/chain/openProgram.ts";
import { command } from "../lib/cli/command.ts";
import { requireOption } from "../lib/cli/requireOption.ts";
import { addFunds } from "../lib/funds/addFunds.ts";
import { TributaryError } from "../lib/TributaryError.ts";
import { listOf } from "../lib/text/listOf.ts";
import { parseAmount } from "../lib/text/parseAmount.ts";

interface Arguments {
  readonly program: string | undefined;
  readonly currency: string | undefined;
  readonly amount: string | undefined;
  readonly from: string | undefined;
  readonly json: boolean;
}

/** `program fund`: adds to the funds that sales paid elsewhere draw on. */
export default command<Arguments>(async (chain, options) => {
  const program = await openProgram(
    chain,
    requireOption("program", options.program, "the program's address"),
  );
  const symbol = requireOption("currency", options.currency, "a currency of the program");
  const currency = findCurrency(program.currencies, symbol);
  if (currency === undefined) {
    throw new TributaryError(`The program has no currency "${symbol}".`, {
      allowed: listOf(program.currencies.map((one) => one.symbol)),
    });
  }
  const parsed = parseAmount(
    requireOption("amount", options.amount, "an amount"),
    currency.symbol,
    currency.decimals,
  );
  if (!("amount" in parsed))
    throw new TributaryError("The option --amount is not an amount.", parsed);
  const account = await accountOf(chain, options.from);
  const transactions = await addFunds(program, account, currency, parsed.amount);
  const solvency = await chain.client.readContract({
    address: program.address,
    abi: programAbi,
    functionName: "solvency",
  });
  const amount = formatUnits(parsed.amount, currency.decimals);
  const funds = formatUnits(solvency[currency.index]?.funds ?? 0n, currency.decimals);
  return {
    json: { program: program.address, currency: currency.symbol, amount, funds, transactions },
    text: `Added ${amount} ${currency.symbol}; the funds are ${funds} ${currency.symbol} now.`,
  };
});
