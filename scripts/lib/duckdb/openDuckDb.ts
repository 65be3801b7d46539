import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

export interface DuckDb {
  readonly connection: DuckDBConnection;
  close(): Promise<void>;
}

/** An embedded database in memory. What does not fit its limit goes to a folder of its own, which `close` removes. */
export async function openDuckDb(memory?: number): Promise<DuckDb> {
  const folder = await mkdtemp(join(tmpdir(), "tributary-"));
  // Nothing is fetched from anywhere: all that is used here is built in.
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    temp_directory: folder,
    ...(memory === undefined ? {} : { memory_limit: `${Math.floor(memory / 2 ** 20)}MiB` }),
  });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  return {
    connection,
    async close() {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
