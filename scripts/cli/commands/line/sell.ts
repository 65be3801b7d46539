import { requireOption } from "../../../../core/requireOption.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { printable } from "../../../../core/text/printable.ts";
import { findLine } from "../../../chain/lines/findLine.ts";
import { readLineState } from "../../../chain/lines/readLineState.ts";
import { openSigner, type SignerOptions } from "../../../chain/openSigner.ts";
import { command } from "../../command.ts";
import { requireAmount } from "../../requireAmount.ts";
import { requireCurrency } from "../../requireCurrency.ts";

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
    text: `${printable(line.name)} is sold for ${options.price} ${currency.symbol}, which ${line.holder} can claim now. It ends on ${formatIsoTime(ends)}.`,
  };
});
