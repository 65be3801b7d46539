import { requireOption } from "../../core/requireOption.ts";
import type { Chain } from "./openChain.ts";
import { openProgram, type Program } from "./openProgram.ts";

/** The program that the option --program names. */
export function openNamedProgram(
  chain: Chain,
  { program }: { readonly program: string | undefined },
): Promise<Program> {
  return openProgram(chain, requireOption("program", program, "the program's address"));
}
