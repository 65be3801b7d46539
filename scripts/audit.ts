import { auditProgram } from "./lib/audit/auditProgram.ts";
import { readHistory } from "./lib/books/readHistory.ts";
import { openProgram } from "./lib/chain/openProgram.ts";
import { command } from "./lib/cli/command.ts";
import { createProgress } from "./lib/cli/Progress.ts";
import { requireOption } from "./lib/cli/requireOption.ts";
import { printable } from "./lib/text/printable.ts";

interface Arguments {
  readonly program: string | undefined;
  readonly json: boolean;
}

/** `audit`: recomputes everything from the chain's events and compares. */
export default command<Arguments>(async (chain, options) => {
  const program = await openProgram(
    chain,
    requireOption("program", options.program, "the program's address"),
  );
  const history = await readHistory(program);
  const audit = await auditProgram(program, history, createProgress());
  const { sales, partners, balances } = audit.checked;
  const differences = audit.differences.map(
    ({ what, expected, found }) => `  ${printable(what)}: expected ${expected}, found ${found}`,
  );
  const verdict = audit.equal
    ? "All of it is equal."
    : `${differences.length} differences:\n${differences.join("\n")}`;
  return {
    json: { program: program.address, block: Number(history.block), ...audit },
    text: `Recomputed ${sales} sales, ${partners} partners and ${balances} balances from ${history.events.length} events up to block ${history.block}. ${verdict}`,
    failed: !audit.equal,
  };
});
