import { type Hex, toEventSelector } from "viem";
import type { ProgramEventName } from "../../../core/logs/decodeEvents.ts";
import { programAbi } from "../../../generated/abis/Program.ts";

/** The first topic of a program's event. */
export function eventTopic(wanted: ProgramEventName): Hex {
  const found = programAbi
    .filter((item) => item.type === "event")
    .find(({ name }) => name === wanted);
  if (found === undefined) throw new RangeError(`no event ${wanted}`);
  return toEventSelector(found);
}
