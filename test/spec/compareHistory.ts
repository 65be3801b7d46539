import { foldsIn } from "../../core/history/foldsIn.ts";
import { seedHash } from "../../core/history/seedHash.ts";
import { verifyHistory } from "../../core/history/verifyHistory.ts";
import { expectEqual } from "./expectEqual.ts";
import type { Subject } from "./openProgram.ts";

/** Compares the program's newest word with the one that all its events lead to. */
export async function compareHistory({ chain, program, termsHash }: Subject): Promise<void> {
  const { client } = chain;
  const { address } = program;
  const logs = await client.getLogs({ address, fromBlock: "earliest" });
  const times = new Map<bigint, bigint>();
  for (const { blockNumber } of logs) {
    if (times.has(blockNumber)) continue;
    times.set(blockNumber, (await client.getBlock({ blockNumber })).timestamp);
  }
  const folds = foldsIn(logs).map((fold) => ({ ...fold, time: times.get(fold.blockNumber) ?? 0n }));
  const seed = seedHash({ chainId: await client.getChainId(), address, termsHash });
  const newest = await client.readContract({ ...program, functionName: "history" });
  const breaks = verifyHistory(folds, seed, newest);
  expectEqual(
    "history",
    [],
    breaks.map(({ fold }) => fold?.logs.map(({ topics }) => topics[0])),
  );
}
