import { encodeAbiParameters } from "viem";
import { requireOption } from "../../../../core/requireOption.ts";
import { printable } from "../../../../core/text/printable.ts";
import { showForDispute } from "../../../chain/sales/findShown.ts";
import { programCommand } from "../../programCommand.ts";

const WORDS = [{ type: "uint256" }, { type: "uint256[]" }] as const;

/** `sales show`: a posted sale as the program's reader takes it on a block explorer: its log, and the path that proves it. */
export default programCommand<"sale">(async (program, options) => {
  const sale = requireOption("sale", options.sale, "the sale's id");
  const { id, head, words, proof } = await showForDispute(program, sale);
  const data = encodeAbiParameters(WORDS, [head, words]);
  const path = `[${proof.join(",")}]`;
  return {
    json: { sale, topic: id, data, path: proof },
    text: [
      `The sale ${printable(sale)} on a block explorer, for proven() of the program's reader:`,
      `topic  ${id}`,
      `data   ${data}`,
      `path   ${path}`,
    ].join("\n"),
  };
});
