import { type Hex, hexToBigInt } from "viem";
import { HEAD, splitFields } from "../../../core/batches/fields.ts";
import { SALE_POSTED } from "../../../core/batches/leafOf.ts";
import { lockTime, periodAt } from "../../../core/deal/periods.ts";
import {
  type Duplicate,
  findDuplicates,
  type LockingPosting,
} from "../../../core/ledger/findDuplicates.ts";
import { readTimes } from "../../../core/logs/readTimes.ts";
import { creationBlockOf } from "../history/creationBlockOf.ts";
import { logsOf } from "../history/logsOf.ts";
import type { Program } from "../openProgram.ts";
import { type HeadedPlace, readPostings } from "./readPostings.ts";
import type { BlockPlace } from "./showPlaces.ts";

type Repeated = HeadedPlace & BlockPlace & LockingPosting;

/** Every sale of a program that has the id of one that stands before it, with what is to be done to it. Reads all of its sales. */
export async function findRepeated(program: Program): Promise<Duplicate<Repeated>[]> {
  const { chain, terms } = program;
  const latest = await chain.client.getBlock();
  const from = await creationBlockOf(program, latest.number);
  const all = await logsOf(program, from, latest.number, [SALE_POSTED]);
  const repeated = [...Map.groupBy(all, ({ topics }) => topics[1]).values()].filter(
    ({ length }) => length > 1,
  );
  // Those of blocks that are mined, as all in a range of blocks are.
  const logs = repeated
    .flat()
    .flatMap(({ blockNumber, ...log }) => (blockNumber === null ? [] : [{ blockNumber, ...log }]));
  const times = await readTimes(chain.client, logs);
  const sales = (await readPostings(program, logs.map(placeOf))).map((sale) => ({
    ...sale,
    locksAt: lockTime(terms, periodAt(terms, times.get(sale.block) ?? 0)),
  }));
  return findDuplicates(sales, Number(latest.timestamp));
}

function placeOf({
  topics,
  data,
  blockNumber: block,
}: {
  readonly topics: readonly Hex[];
  readonly data: Hex;
  readonly blockNumber: bigint;
}) {
  const head = hexToBigInt(data.slice(0, 2 + 64) as Hex);
  const of = splitFields(head, HEAD);
  const [batch, place] = [Number(of(HEAD.batch)), Number(of(HEAD.place))];
  return { id: topics[1] as Hex, head, batch, place, block };
}
