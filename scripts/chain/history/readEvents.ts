import { decodeEvents, type ProgramEvent } from "../../../core/logs/decodeEvents.ts";
import type { Program } from "../openProgram.ts";
import { logsOf } from "./logsOf.ts";

/** Every event of a program from one block to another, in order. */
export async function readEvents(
  program: Program,
  fromBlock: bigint,
  toBlock: bigint,
): Promise<ProgramEvent[]> {
  return decodeEvents(await logsOf(program, fromBlock, toBlock));
}
