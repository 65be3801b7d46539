import { formatUnits } from "viem";
import { requireOption } from "../../../../core/requireOption.ts";
import { programAbi } from "../../../../generated/abis.ts";
import { addFunds } from "../../../chain/funds/addFunds.ts";
import { accountOf } from "../../../chain/openChain.ts";
import { openProgram } from "../../../chain/openProgram.ts";
import { command } from "../../command.ts";
import { requireAmount } from "../../requireAmount.ts";
import { requireCurrency } from "../../requireCurrency.ts";

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
  const currency = requireCurrency(program, options.currency);
  const wanted = requireAmount("amount", options.amount, currency);
  const account = await accountOf(chain, options.from);
  const transactions = await addFunds(program, account, currency, wanted);
  const solvency = await chain.client.readContract({
    address: program.address,
    abi: programAbi,
    functionName: "solvency",
  });
  const amount = formatUnits(wanted, currency.decimals);
  const funds = formatUnits(solvency[currency.index]?.funds ?? 0n, currency.decimals);
  return {
    json: { program: program.address, currency: currency.symbol, amount, funds, transactions },
    text: `Added ${amount} ${currency.symbol}; the funds are ${funds} ${currency.symbol} now.`,
  };
});
