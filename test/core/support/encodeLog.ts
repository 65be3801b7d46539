import { type Abi, type AbiEvent, encodeAbiParameters, encodeEventTopics, type Hex } from "viem";
import type { RawLog } from "../../../core/batches/hashLog.ts";
import { programAbi } from "../../../generated/abis/Program.ts";

/** An event as a log has it, a program's unless another ABI is given. */
export function encodeLog(eventName: string, args: object, abi: Abi = programAbi): RawLog {
  const events: readonly AbiEvent[] = abi.filter((item) => item.type === "event");
  const event = events.find(({ name }) => name === eventName);
  if (event === undefined) throw new RangeError(`no event ${eventName}`);
  const topics = encodeEventTopics({ abi: [event], eventName, args });
  const plain = event.inputs.filter(({ indexed }) => indexed !== true);
  const values = new Map<string, unknown>(Object.entries(args));
  const data = encodeAbiParameters(
    plain,
    plain.map(({ name = "" }) => values.get(name)),
  );
  return { topics: topics as Hex[], data };
}
