import { createRequire } from "node:module";
import { CHDB } from "../../tools/optional/OptionalTool.ts";

export interface ClickHouse {
  query(sql: string, format?: string): string;
  cleanup(): void;
}

/** ClickHouse's engine in this process: chdb, which need not be installed. */
export function openClickHouse(folder: string): ClickHouse {
  const chdb: { readonly Session: new (folder: string) => ClickHouse } = createRequire(CHDB.file)(
    "chdb",
  );
  return new chdb.Session(folder);
}
