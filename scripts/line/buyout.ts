import { formatUnits } from "viem";
import { openSigner, type SignerOptions } from "../lib/chain/openSigner.ts";
import { command } from "../lib/cli/command.ts";
import { requireAmount } from "../lib/cli/requireAmount.ts";
import { requireCurrency } from "../lib/cli/requireCurrency.ts";
import { requireOption } from "../lib/cli/requireOption.ts";
import { findLine } from "../lib/lines/findLine.ts";
import { readLineState } from "../lib/lines/readLineState.ts";
import { printable } from "../lib/text/printable.ts";

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
