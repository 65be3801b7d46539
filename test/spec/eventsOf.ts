import { type ContractEventName, type DecodeEventLogReturnType, decodeEventLog } from "viem";
import type { programAbi } from "../../generated/abis/Program.ts";
import type { Subject } from "./openProgram.ts";

type Name = ContractEventName<typeof programAbi>;

/** The program's events of one name in the newest block, and the logs they are of. */
export async function eventsOf<const EventName extends Name>(
  { chain, program }: Subject,
  eventName: EventName,
) {
  const { address, abi } = program;
  const logs = await chain.client.getContractEvents({
    ...{ address, abi, eventName },
    fromBlock: "latest",
  });
  const events = logs.map(
    ({ topics, data }) =>
      decodeEventLog({ abi, eventName, topics, data }).args as unknown as DecodeEventLogReturnType<
        typeof programAbi,
        EventName
      >["args"],
  );
  return { logs, events };
}
