import { type Hex, parseEventLogs, toEventSelector } from "viem";
import { programAbi } from "../../generated/abis.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import { findCreationBlock } from "./findCreationBlock.ts";
import { readLogs } from "./readLogs.ts";

type ProgramEvents = ReturnType<typeof parseEventLogs<typeof programAbi, true, undefined>>;

/** An event of a program, with its arguments. */
export type ProgramEvent = ProgramEvents[number];
export type ProgramEventName = ProgramEvent["eventName"];
export type EventNamed<Name extends ProgramEventName> = Extract<ProgramEvent, { eventName: Name }>;

/** Every event of a program up to a block, in order. */
export async function readEvents(program: Program, toBlock: bigint): Promise<ProgramEvent[]> {
  return readEventsBetween(program, await findCreationBlock(program, toBlock), toBlock);
}

/** Every event of a program from one block to another, in order. */
export async function readEventsBetween(
  { chain, address }: Program,
  fromBlock: bigint,
  toBlock: bigint,
): Promise<ProgramEvent[]> {
  const logs = await readLogs(chain, { address, fromBlock, toBlock });
  return parseEventLogs({ abi: programAbi, logs });
}

/** The events of some names only, optionally with some first indexed arguments only. */
export async function readEventsNamed<Name extends ProgramEventName>(
  program: Program,
  names: readonly Name[],
  firstArguments?: readonly Hex[],
): Promise<EventNamed<Name>[]> {
  const toBlock = await program.chain.client.getBlockNumber();
  const fromBlock = await findCreationBlock(program, toBlock);
  const signatures = programAbi
    .filter((item) => item.type === "event")
    .filter(({ name }) => names.some((wanted) => wanted === name))
    .map((item) => toEventSelector(item));
  const topics = firstArguments === undefined ? [signatures] : [signatures, [...firstArguments]];
  const logs = await readLogs(program.chain, {
    address: program.address,
    topics,
    fromBlock,
    toBlock,
  });
  return parseEventLogs({ abi: programAbi, logs }).filter((event): event is EventNamed<Name> =>
    names.some((name) => name === event.eventName),
  );
}
