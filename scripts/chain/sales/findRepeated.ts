import { type Hex, hexToBigInt } from "viem";
import { HEAD, splitFields } from "../../../core/batches/fields.ts";
import { SALE_POSTED } from "../../../core/batches/leafOf.ts";
import type { Duplicate, LockingPosting } from "../../../core/ledger/findDuplicates.ts";
import { creationBlockOf } from "../history/creationBlockOf.ts";
import { logsOf } from "../history/logsOf.ts";
import type { Program } from "../openProgram.ts";
import { findDuplicates, type HeadedPlace } from "./findDuplicates.ts";

/** Every sale of a program that has the id of one that stands before it. Reads all of its sales. */
export async function findRepeated(
  program: Program,
): Promise<Duplicate<HeadedPlace & LockingPosting>[]> {
  const latest = await program.chain.client.getBlockNumber();
  const logs = await logsOf(program, await creationBlockOf(program, latest), latest, [SALE_POSTED]);
  const sales = logs.map(({ topics, data, blockNumber }): HeadedPlace => {
    const head = hexToBigInt(data.slice(0, 2 + 64) as Hex);
    const of = splitFields(head, HEAD);
    const [batch, place] = [Number(of(HEAD.batch)), Number(of(HEAD.place))];
    return { id: topics[1] as Hex, head, batch, place, block: blockNumber ?? 0n };
  });
  const repeated = [...Map.groupBy(sales, ({ id }) => id).values()].filter(
    ({ length }) => length > 1,
  );
  return findDuplicates(program, repeated.flat());
}
