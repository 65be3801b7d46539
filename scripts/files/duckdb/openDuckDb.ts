import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

/** What Node and an engine on its arrays take beside the database. */
export const OWN_MEMORY = 368 * 2 ** 20;

export interface DuckDb {
  readonly connection: DuckDBConnection;
  /** Another connection to the same tables: of two results that are read at once, each needs its own. */
  connect(): Promise<DuckDBConnection>;
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
  const connections: DuckDBConnection[] = [];
  const connect = async () => {
    const opened = await instance.connect();
    connections.push(opened);
    await opened.run("SET TimeZone = 'UTC'");
    return opened;
  };
  return {
    connection: await connect(),
    connect,
    async close() {
      for (const opened of connections) opened.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
