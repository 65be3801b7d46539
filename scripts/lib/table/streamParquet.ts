import { stat } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import { unreadableFile } from "../text/unreadableFile.ts";
import { type Columns, checkHeader } from "./checkHeader.ts";
import { Row } from "./Row.ts";
import { RowError } from "./RowError.ts";

/** Reads a Parquet file whose columns have the names that a CSV file's would. */
export async function streamParquet(
  file: string,
  columns: Columns,
  take: (row: Row) => void,
  tell: (bytes: number) => void = () => undefined,
): Promise<void> {
  const { size } = await stat(file).catch((error) => {
    throw unreadableFile(file, error);
  });
  // Nothing is fetched from anywhere: what reads Parquet is built in.
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  try {
    await connection.run("SET TimeZone = 'UTC'");
    const source = `read_parquet(${quoted(file, "'")})`;
    const described = await explain(file, () =>
      connection.runAndReadAll(`DESCRIBE SELECT * FROM ${source}`),
    );
    const types = described.getRowObjects().map((row) => ({
      name: String(row.column_name),
      type: String(row.column_type),
    }));
    const names = checkHeader(
      file,
      types.map(({ name }) => name),
      columns,
    );
    const texts = types.map(({ name, type }) => asText(file, name, type)).join(", ");
    const result = await connection.stream(`SELECT ${texts} FROM ${source}`);
    let line = 0;
    for await (const rows of result.yieldRows()) {
      for (const fields of rows) {
        line += 1;
        take(
          new Row(
            file,
            line,
            names,
            fields.map((field) => String(field ?? "").trim()),
          ),
        );
      }
    }
    tell(size);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Every column as the text that a CSV file would have: times in UTC, numbers in digits. */
function asText(file: string, name: string, type: string): string {
  if (/\[|^(STRUCT|MAP|UNION|BLOB)/.test(type)) {
    throw new RowError(file, 1, name, `found the type ${type}`, "texts, numbers and times");
  }
  const column = quoted(name, '"');
  if (type === "TIMESTAMP WITH TIME ZONE")
    return `strftime(${column} AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%S.%fZ')`;
  return `CAST(${column} AS VARCHAR)`;
}

function quoted(text: string, quote: string): string {
  return `${quote}${text.replaceAll(quote, quote + quote)}${quote}`;
}

async function explain<Result>(file: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const found = message.split("\n")[0] ?? "it cannot be read";
    throw new RowError(file, 1, undefined, found, "a Parquet file");
  }
}
