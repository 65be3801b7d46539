import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { printable } from "../../../../core/text/printable.ts";
import { readProgram } from "../../../chain/readProgram.ts";
import { requireAmount } from "../../requireAmount.ts";
import { requireCurrency } from "../../requireCurrency.ts";
import { requireLine } from "../../requireLine.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `line sell`: the holder accepts the operator's price; payment and end are one transaction. */
export default signerCommand<"line" | "currency" | "price">(async ({ program, act }, options) => {
  const { index, line } = requireLine(program, options);
  const currency = requireCurrency(program, options.currency);
  const price = requireAmount("price", options.price, currency);
  const { transactionHash } = await act("acceptBuyout", [index, currency.address, price]);
  const { ends } = await readProgram(program, "lineState", [index]);
  return {
    json: {
      ...{ line: line.name, price: options.price, currency: currency.symbol, ends },
      transaction: transactionHash,
    },
    text: `${printable(line.name)} is sold for ${options.price} ${currency.symbol}, which ${line.holder} can claim now. It ends on ${formatIsoTime(ends)}.`,
  };
});
