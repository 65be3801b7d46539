import type { DuckDBConnection } from "@duckdb/node-api";
import { TributaryError } from "../../core/TributaryError.ts";
import { copyTo } from "../files/duckdb/copyTo.ts";
import type { TableFormat } from "../files/duckdb/formatOf.ts";
import type { Credits } from "./Credits.ts";
import type { OpenFiles } from "./openFiles.ts";

/** What a sales file may hold of one sale, and programs take. */
const MOST_CREDITS = 32;
const CREDITS = "credits";

export interface CreditsWriter {
  /** Takes credits, all of one sale at once; sales come in any order. */
  add(credits: Credits["columns"]): Promise<void>;
  /** Writes all sales, in the order of their file. */
  writeTo(file: string, format: TableFormat): Promise<void>;
}

/**
 * Writes a copy of the sales file with credits. A sale that had credits before keeps them; one that nobody touched has none.
 */
export async function createCreditsWriter({
  database,
  sales,
  touches,
}: OpenFiles): Promise<CreditsWriter> {
  const connection = await database.connect();
  await connection.run("CREATE TABLE credited (sale INTEGER, found VARCHAR)");
  const appender = await connection.createAppender("credited");
  const names = touches.parties.map(({ partner, role }) => `${partner}:${role}:`);
  return {
    async add({ sales: places, parties, weights }) {
      for (let row = 0; row < places.length; ) {
        const sale = places[row] as number;
        const first = row;
        let text = "";
        for (; places[row] === sale; row += 1) {
          text += `${row === first ? "" : ";"}${names[parties[row] as number]}${weights[row]}`;
        }
        if (row - first > MOST_CREDITS) {
          throw tooMany(await idOf(connection, sales.texts, sale), row - first);
        }
        appender.appendInteger(sale);
        appender.appendVarchar(text);
        appender.endRow();
      }
    },
    async writeTo(file, format) {
      appender.closeSync();
      await copyTo(connection, creditedSql(sales.texts, sales.columns), file, format);
    },
  };
}

function creditedSql(texts: string, columns: readonly string[]): string {
  const kept = columns.filter((name) => name !== CREDITS);
  const known = columns.includes(CREDITS) ? `nullif(${CREDITS}, '')` : "NULL";
  return `SELECT ${kept.join(", ")}, coalesce(${known}, found, '') AS ${CREDITS}
    FROM (${texts}) LEFT JOIN credited ON sale = place ORDER BY place`;
}

async function idOf(connection: DuckDBConnection, texts: string, place: number): Promise<string> {
  const found = await connection.runAndReadAll(
    `SELECT sale_id FROM (${texts}) WHERE place = ${place}`,
  );
  return String(found.getRows()[0]?.[0]);
}

function tooMany(sale: string, credits: number): TributaryError {
  return new TributaryError(`The sale "${sale}" has too many credits.`, {
    found: `${credits} partners and roles on its path`,
    allowed: `at most ${MOST_CREDITS}`,
    todo: "Look back less far with --lookback, or use a model that credits fewer, such as last; nothing was written.",
  });
}
