import { requireOption } from "../../core/requireOption.ts";
import { createProgress } from "../Progress.ts";
import type { Chain } from "./openChain.ts";
import { openProgram, type Program } from "./openProgram.ts";

/** The program that the option --program names. Says which of its tokens do not answer, once for whatever is done with it. */
export async function openNamedProgram(
  chain: Chain,
  { program: address }: { readonly program: string | undefined },
): Promise<Program> {
  const program = await openProgram(
    chain,
    requireOption("program", address, "the program's address"),
  );
  for (const { symbol } of program.silent) {
    createProgress().note(
      `${symbol} does not answer: what the program holds of it is not known, and its payments wait. All other currencies go on.`,
    );
  }
  return program;
}
