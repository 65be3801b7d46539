import { stat } from "node:fs/promises";
import { openDuckDb } from "../duckdb/openDuckDb.ts";
import { sqlText } from "../duckdb/sqlText.ts";
import { typedSql } from "../duckdb/typedSql.ts";
import { unreadableFile } from "../unreadableFile.ts";
import { type Columns, checkHeader } from "./checkHeader.ts";
import { checkTypes } from "./checkTypes.ts";
import { IdDigits } from "./IdDigits.ts";
import { Notation } from "./notation/Notation.ts";
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
  const database = await openDuckDb();
  const { connection } = database;
  try {
    const source = `read_parquet(${sqlText(file)})`;
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
    checkTypes(file, new Map(types.map(({ name, type }) => [name, type])), columns);
    const columnsAsText = types.map(({ name, type }) => asText(name, type)).join(", ");
    const notation = new Notation(columns, ".", take);
    const ids = new IdDigits(columns);
    const result = await connection.stream(`SELECT ${columnsAsText} FROM ${source}`);
    let line = 0;
    for await (const rows of result.yieldRows()) {
      for (const fields of rows) {
        line += 1;
        const texts = fields.map((field) => String(field ?? "").trim());
        const row = new Row(file, line, names, texts);
        const foreign = row.names().find((name) => row.get(name).includes("\0"));
        if (foreign !== undefined) throw row.mistake(foreign, "a NUL", "text");
        ids.look(row);
        notation.take(row);
      }
    }
    ids.finish();
    notation.finish();
    tell(size);
  } finally {
    await database.close();
  }
}

function asText(name: string, type: string): string {
  return typedSql(`"${name.replaceAll('"', '""')}"`, type);
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
