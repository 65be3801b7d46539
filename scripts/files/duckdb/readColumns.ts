import type { DuckDBConnection, DuckDBDataChunk } from "@duckdb/node-api";
import bindings from "@duckdb/node-bindings";

type Column = Int32Array | Uint32Array | Uint8Array | Float64Array;
type ColumnType = new (length: number) => Column;
type Columns<Types extends readonly ColumnType[]> = {
  [Place in keyof Types]: InstanceType<Types[Place]>;
};

const FIRST_ROOM = 1 << 16;

/**
 * Reads the columns of a query whole. Each has the type that its array has, and no NULL.
 * @param types The array of each column.
 */
export async function readColumns<const Types extends readonly ColumnType[]>(
  connection: DuckDBConnection,
  sql: string,
  types: Types,
): Promise<Columns<Types>> {
  // Not a stream: the database makes each chunk of one only when it is asked for.
  const result = await connection.run(sql);
  let columns: Column[] = types.map((type) => new type(FIRST_ROOM));
  let room = FIRST_ROOM;
  let length = 0;
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
    if (length + chunk.rowCount > room) {
      room = 2 * (room + chunk.rowCount);
      columns = columns.map((column, place) => grown(column, types[place] as ColumnType, room));
    }
    copyChunk(chunk, columns, length);
    length += chunk.rowCount;
  }
  return columns.map((column) => column.subarray(0, length)) as Columns<Types>;
}

function grown(column: Column, type: ColumnType, room: number): Column {
  const larger = new type(room);
  larger.set(column);
  return larger;
}

/** Copies the columns of a chunk to the same places of each array, whole: value by value takes twenty times as long. */
function copyChunk(
  { chunk, columnCount, rowCount }: DuckDBDataChunk,
  columns: readonly Column[],
  start: number,
): void {
  for (let place = 0; place < columnCount; place += 1) {
    const column = columns[place] as Column;
    const size = column.BYTES_PER_ELEMENT;
    const vector = bindings.data_chunk_get_vector(chunk, place);
    const data = bindings.vector_get_data(vector, rowCount * size);
    const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
    bytes.set(data, start * size);
  }
}
