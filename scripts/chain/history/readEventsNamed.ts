import { type Hex, toEventSelector } from "viem";
import type { EventNamed, ProgramEventName } from "../../../core/logs/decodeEvents.ts";
import { decodeEventsNamed } from "../../../core/logs/decodeEventsNamed.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
import type { Program } from "../openProgram.ts";
import { creationBlockOf } from "./creationBlockOf.ts";
import { logsOf } from "./logsOf.ts";

/** A program's events of some names only, optionally with some first indexed arguments only. */
export async function readEventsNamed<const Name extends ProgramEventName>(
  program: Program,
  names: readonly Name[],
  firstArguments?: readonly Hex[],
): Promise<EventNamed<Name>[]> {
  const toBlock = await program.chain.client.getBlockNumber();
  const fromBlock = await creationBlockOf(program, toBlock);
  const signatures = programAbi
    .filter((item) => item.type === "event")
    .filter(({ name }) => names.some((wanted) => wanted === name))
    .map((item) => toEventSelector(item));
  const topics = firstArguments === undefined ? [signatures] : [signatures, [...firstArguments]];
  return decodeEventsNamed(await logsOf(program, fromBlock, toBlock, topics), names);
}
