import type { DuckDBConnection } from "@duckdb/node-api";
import { TributaryError } from "../TributaryError.ts";
import { openTableWriter } from "../table/openTableWriter.ts";
import type { CreditedSale } from "./attributeSales.ts";
import type { PartyCredit } from "./creditsOf.ts";
import type { OpenFiles } from "./openFiles.ts";

/** What a sales file may hold of one sale, and programs take. */
const MOST_CREDITS = 32;
const CREDITS = "credits";

export interface CreditsWriter {
  /** Writes all sales up to the last of these, which come in the order of their file. */
  write(credited: readonly CreditedSale[]): Promise<void>;
  /** Writes the sales that are left, and puts the file in its place. */
  finish(): Promise<void>;
  abandon(): Promise<void>;
}

/**
 * Writes a copy of the sales file with credits. A sale that had credits before keeps them; one that nobody touched has none.
 */
export async function createCreditsWriter(files: OpenFiles, out: string): Promise<CreditsWriter> {
  const { columns, texts } = files.sales;
  const kept = columns.filter((name) => name !== CREDITS);
  const writer = openTableWriter(out, [...kept, CREDITS]);
  const rows = readRows(await files.database.connect(), texts);
  const names = files.touches.parties.map(({ partner, role }) => `${partner}:${role}:`);
  const idAt = columns.indexOf("sale_id");
  const creditsAt = columns.indexOf(CREDITS);
  let place = 0;
  const copy = async (credits: readonly PartyCredit[]): Promise<boolean> => {
    const { value: row, done } = await rows.next();
    if (done === true) return false;
    place += 1;
    if (credits.length > MOST_CREDITS) throw tooMany(row[idAt] ?? "", credits.length);
    const text = credits.map(({ party, weight }) => `${names[party]}${weight}`).join(";");
    const known = creditsAt < 0 ? "" : (row[creditsAt] ?? "");
    writer.add([...row.filter((_, at) => at !== creditsAt), known === "" ? text : known]);
    return true;
  };
  return {
    async write(credited) {
      for (const { sale, credits } of credited) {
        while (place < sale) await copy([]);
        await copy(credits);
      }
    },
    async finish() {
      while (await copy([]));
      await writer.finish();
    },
    abandon: () => writer.abandon(),
  };
}

async function* readRows(connection: DuckDBConnection, sql: string): AsyncGenerator<string[]> {
  const result = await connection.stream(sql);
  for await (const rows of result.yieldRows()) {
    for (const row of rows) yield row.map(String);
  }
}

function tooMany(sale: string, credits: number): TributaryError {
  return new TributaryError(`The sale "${sale}" has too many credits.`, {
    found: `${credits} partners and roles on its path`,
    allowed: `at most ${MOST_CREDITS}`,
    todo: "Look back less far with --lookback, or use a model that credits fewer, such as last; nothing was written.",
  });
}
