import type { Address } from "viem";
import type { Program } from "../openProgram.ts";
import { readProgram } from "../readProgram.ts";

/** Whether a partner must accept the terms before it is paid, and has not. */
export async function mustAccept(program: Program, wallet: Address): Promise<boolean> {
  if (!program.terms.rules.acceptance) return false;
  const { number, accepted } = await readProgram(program, "membershipOf", [wallet]);
  return number > 0 && !accepted;
}
