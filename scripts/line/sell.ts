import { openSigner, type SignerOptions } from "../lib/chain/openSigner.ts";
import { command } from "../lib/cli/command.ts";
import { requireAmount } from "../lib/cli/requireAmount.ts";
import { requireCurrency } from "../lib/cli/requireCurrency.ts";
import { requireOption } from "../lib/cli/requireOption.ts";
import { findLine } from "../lib/lines/findLine.ts";
import { readLineState } from "../lib/lines/readLineState.ts";
import { formatTime } from "../lib/text/formatTime.ts";
import { printable } from "../lib/text/printable.ts";

interface Arguments extends SignerOptions {
  readonly line: string | undefined;
  readonly currency: string | undefined;
  readonly price: string | undefined;
}

/** `line sell`: the holder accepts the operator's price; payment and end are one transaction. */
export default command<Arguments>(async (chain, options) => {
  const { program, act } = await openSigner(chain, options);
  const { index, line } = findLine(program, requireOption("line", options.line, "a name"));
  const currency = requireCurrency(program, options.currency);
  const price = requireAmount("price", options.price, currency);
  const { transactionHash } = await act("acceptBuyout", [index, currency.address, price]);
  const { ends } = await readLineState(program, index);
  return {
    json: {
      program: program.address,
      ...{ line: line.name, price: options.price, currency: currency.symbol, ends },
      transaction: transactionHash,
    },
    text: `${printable(line.name)} is sold for ${options.price} ${currency.symbol}, which ${line.holder} can claim now. It ends on ${formatTime(ends)}.`,
  };
});
