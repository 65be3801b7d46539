import { formatUnits } from "viem";
import { addFunds, addFundsByPermit } from "../../../chain/funds/addFunds.ts";
import { accountOf } from "../../../chain/openChain.ts";
import { readProgram } from "../../../chain/readProgram.ts";
import { programCommand } from "../../programCommand.ts";
import { requireAmount } from "../../requireAmount.ts";
import { requireAnswering } from "../../requireAnswering.ts";

/** `program fund`: adds to the funds that sales paid elsewhere draw on. */
export default programCommand<"currency" | "amount" | "from", "permit">(
  async (program, options) => {
    const { chain } = program;
    const currency = requireAnswering(program, options.currency);
    const wanted = requireAmount("amount", options.amount, currency);
    const account = await accountOf(chain, options.from);
    const add = options.permit ? addFundsByPermit : addFunds;
    const transactions = await add(program, account, currency, wanted);
    const solvency = await readProgram(program, "solvency", []);
    const amount = formatUnits(wanted, currency.decimals);
    const funds = formatUnits(solvency[currency.index]?.funds ?? 0n, currency.decimals);
    return {
      json: { currency: currency.symbol, amount, funds, transactions },
      text: `Added ${amount} ${currency.symbol}; the funds are ${funds} ${currency.symbol} now.`,
    };
  },
);
