import { formatUnits } from "viem";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { printable } from "../../../../core/text/printable.ts";
import { readProgram } from "../../../chain/readProgram.ts";
import { requireAmount } from "../../requireAmount.ts";
import { requireCurrency } from "../../requireCurrency.ts";
import { requireLine } from "../../requireLine.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `line buyout`: the operator offers the holder a price, by default the terms' multiple of the last twelve periods. */
export default signerCommand<"line" | "currency" | "price">(async ({ program, act }, options) => {
  const { index, line } = requireLine(program, options);
  const currency = requireCurrency(program, options.currency);
  const asked = options.price === undefined ? 0n : requireAmount("price", options.price, currency);
  const { transactionHash } = await act("offerBuyout", [index, currency.address, asked]);
  const { price, priceFrom } = await readProgram(program, "lineState", [index]);
  const shown = formatUnits(price, currency.decimals);
  return {
    json: {
      line: line.name,
      price: shown,
      currency: currency.symbol,
      from: formatIsoTime(priceFrom),
      transaction: transactionHash,
    },
    text: `${shown} ${currency.symbol} are set aside for ${printable(line.name)}. The holder ${line.holder} sells with \`line sell\` from ${formatIsoTime(priceFrom)} on; until it has, \`line withdraw-offer\` takes it back.`,
  };
});
