import { requireOption } from "../../../../core/requireOption.ts";
import { counted } from "../../../../core/text/counted.ts";
import { accountOf } from "../../../chain/openChain.ts";
import { openNamedProgram } from "../../../chain/openNamedProgram.ts";
import { enrollPartners } from "../../../chain/partners/enrollPartners.ts";
import { createProgress, GOES_ON } from "../../../Progress.ts";
import { command } from "../../command.ts";

/** `partners enroll`: makes a program know the partners of a file. */
export default command<"program" | "file" | "from", "allowSimilar">(async (chain, options) => {
  const file = requireOption("file", options.file, "the path of a partners file");
  const program = await openNamedProgram(chain, options);
  const account = await accountOf(chain, options.from);
  const result = await enrollPartners(program, {
    ...{ file, account, progress: createProgress(GOES_ON) },
    allowSimilar: options.allowSimilar,
  });
  return {
    json: { program: program.address, ...result },
    text: `${result.enrolled} enrolled, ${result.tiersChanged} given another tier from the next period on, ${result.unchanged} unchanged; ${counted(result.transactions, "transaction")}.`,
  };
});
