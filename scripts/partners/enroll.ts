import { accountOf } from "../lib/chain/openChain.ts";
import { openProgram } from "../lib/chain/openProgram.ts";
import { command } from "../lib/cli/command.ts";
import { createProgress } from "../lib/cli/Progress.ts";
import { requireOption } from "../lib/cli/requireOption.ts";
import { enrollPartners } from "../lib/partners/enrollPartners.ts";

interface Arguments {
  readonly program: string | undefined;
  readonly file: string | undefined;
  readonly from: string | undefined;
  readonly json: boolean;
}

/** `partners enroll`: makes a program know the partners of a file. */
export default command<Arguments>(async (chain, options) => {
  const file = requireOption("file", options.file, "the path of a partners file");
  const program = await openProgram(
    chain,
    requireOption("program", options.program, "the program's address"),
  );
  const account = await accountOf(chain, options.from);
  const result = await enrollPartners(program, { file, account, progress: createProgress() });
  return {
    json: { program: program.address, ...result },
    text: `${result.enrolled} enrolled, ${result.tiersChanged} given another tier from the next period on, ${result.unchanged} unchanged; ${result.transactions} transactions.`,
  };
});
