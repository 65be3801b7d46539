import { formatUnits } from "viem";
import { requireOption } from "../../../../core/requireOption.ts";
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

/** `line buyout`: the operator offers the holder a price, by default the terms' multiple of the last twelve periods. */
export default command<Arguments>(async (chain, options) => {
  const { program, act } = await openSigner(chain, options);
  const { index, line } = findLine(program, requireOption("line", options.line, "a name"));
  const currency = requireCurrency(program, options.currency);
  const asked = options.price === undefined ? 0n : requireAmount("price", options.price, currency);
  const { transactionHash } = await act("offerBuyout", [index, currency.address, asked]);
  const { price } = await readLineState(program, index);
  const shown = formatUnits(price, currency.decimals);
  return {
    json: {
      program: program.address,
      ...{ line: line.name, price: shown, currency: currency.symbol, transaction: transactionHash },
    },
    text: `${shown} ${currency.symbol} are set aside for ${printable(line.name)}. The holder ${line.holder} sells with \`line sell\`; until then \`line withdraw-offer\` takes it back.`,
  };
});
