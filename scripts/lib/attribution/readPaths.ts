import type { DuckDBConnection } from "@duckdb/node-api";
import { copyChunk } from "./fillColumns.ts";
import type { Touches } from "./Touches.ts";

/** Touches that are handed on together; a single sale may have more. */
const BATCH = 1 << 16;

export interface PathBatch {
  readonly touches: Touches;
  /** How many touches there are; all of each sale. */
  readonly length: number;
}

/**
 * Reads the touches of sales, in batches of whole sales. Each batch lies in the same arrays as the one before.
 * @param groupOf The group of each party; without it the query's fourth column is the group.
 */
export async function* readPaths(
  connection: DuckDBConnection,
  sql: string,
  groupOf?: Int32Array,
): AsyncGenerator<PathBatch> {
  const result = await connection.stream(sql);
  let touches = createTouches(2 * BATCH);
  let length = 0;
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
    if (length + chunk.rowCount > touches.sales.length) touches = grown(touches, chunk.rowCount);
    const { sales, ages, parties, groups } = touches;
    copyChunk(chunk, [sales, ages, parties, groups], length);
    if (groupOf !== undefined) fillGroups(touches, length, chunk.rowCount, groupOf);
    length += chunk.rowCount;
    if (length < BATCH) continue;
    const whole = startOfLast(touches.sales, length);
    if (whole === 0) continue;
    yield { touches, length: whole };
    for (const column of Object.values(touches)) column.copyWithin(0, whole, length);
    length -= whole;
  }
  if (length > 0) yield { touches, length };
}

function fillGroups(
  { parties, groups }: Touches,
  start: number,
  count: number,
  groupOf: Int32Array,
): void {
  for (let index = start; index < start + count; index += 1) {
    groups[index] = groupOf[parties[index] as number] as number;
  }
}

/** Where the last sale begins: it may go on in the next chunk. */
function startOfLast(sales: Int32Array, length: number): number {
  let start = length - 1;
  while (start > 0 && sales[start - 1] === sales[length - 1]) start -= 1;
  return start;
}

function createTouches(size: number): Touches {
  return {
    sales: new Int32Array(size),
    ages: new Int32Array(size),
    parties: new Int32Array(size),
    groups: new Int32Array(size),
  };
}

function grown(touches: Touches, more: number): Touches {
  const larger = createTouches(2 * (touches.sales.length + more));
  larger.sales.set(touches.sales);
  larger.ages.set(touches.ages);
  larger.parties.set(touches.parties);
  larger.groups.set(touches.groups);
  return larger;
}
