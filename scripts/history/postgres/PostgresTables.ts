import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import type { IndexedPart } from "../../../core/history/files/HistoryIndex.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import type { HistoryIdentity } from "../HistoryFolder.ts";
import { DIMENSIONS } from "../tables/DIMENSIONS.ts";
import type { Rows } from "../tables/readRows.ts";
import { type ColumnType, columnsOf, type Row, TABLE_NAMES } from "../tables/TABLES.ts";

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: "text",
  integer: "bigint",
  amount: "numeric(38, 0)",
  time: "timestamptz",
  boolean: "boolean",
  json: "jsonb",
};

/** Rows of one statement. */
const ROWS = 5_000;

type Columns = readonly (readonly [name: string, type: ColumnType])[];

/** Which parts of which programs the tables hold. */
const PARTS = `CREATE TABLE IF NOT EXISTS tributary.parts (
  chain_id bigint, program text, from_block bigint, to_block bigint, sha256 text,
  PRIMARY KEY (chain_id, program, from_block))`;

/** The tables of histories in a database, in a schema of their own, and views of them. */
export class PostgresTables {
  readonly #client: Client;

  private constructor(client: Client) {
    this.#client = client;
  }

  /** Connects, and makes what is not there. */
  static async open(url: string): Promise<PostgresTables> {
    const client = new Client({ connectionString: url, application_name: "tributary" });
    const tables = new PostgresTables(client);
    try {
      await client.connect();
      await tables.#transaction(() => tables.#create());
      return tables;
    } catch (error) {
      await client.end();
      throw new DatabaseError(error);
    }
  }

  close(): Promise<void> {
    return this.#client.end();
  }

  /**
   * Makes the rows of a program those of its parts: each part once, whatever ended an earlier run.
   *
   * @param rowsOf The rows of a part.
   * @returns How many parts were added.
   */
  async sync(
    { chainId, address }: HistoryIdentity,
    parts: readonly IndexedPart[],
    rowsOf: (part: IndexedPart) => Promise<Rows>,
  ): Promise<number> {
    const key = [chainId, address];
    const known = await this.#client.query<{ from_block: string; sha256: string }>(
      "SELECT from_block, sha256 FROM tributary.parts WHERE (chain_id, program) = ($1, $2)",
      key,
    );
    const hashes = new Set(parts.map(({ sha256 }) => sha256 as string));
    for (const { from_block, sha256 } of known.rows)
      if (!hashes.has(sha256)) await this.#transaction(() => this.#drop([...key, from_block]));
    const there = new Set(known.rows.map(({ sha256 }) => sha256));
    const missing = parts.filter(({ sha256 }) => !there.has(sha256));
    for (const part of missing) {
      const rows = await rowsOf(part);
      await this.#transaction(async () => {
        const { from, to, sha256 } = part;
        await this.#client.query("INSERT INTO tributary.parts VALUES ($1, $2, $3, $4, $5)", [
          ...[...key, from, to, sha256],
        ]);
        for (const table of TABLE_NAMES) await this.#insert(table, columnsOf(table), rows[table]);
      });
    }
    return missing.length;
  }

  /** Puts rows in the place of all that a table has of a program. */
  async replace(
    { chainId, address }: HistoryIdentity,
    table: string,
    columns: Columns,
    rows: readonly Row[],
  ): Promise<void> {
    await this.#transaction(async () => {
      await this.#client.query(
        `DELETE FROM tributary.${table} WHERE (chain_id, program) = ($1, $2)`,
        [chainId, address],
      );
      await this.#insert(table, columns, rows);
    });
  }

  async #create(): Promise<void> {
    await this.#client.query("SELECT pg_advisory_xact_lock(hashtext('tributary'))");
    await this.#client.query("CREATE SCHEMA IF NOT EXISTS tributary");
    await this.#client.query(PARTS);
    const key = "PRIMARY KEY (chain_id, program, block, log_index, part)";
    for (const table of TABLE_NAMES) await this.#createTable(table, columnsOf(table), key);
    for (const [table, { columns, key: own }] of Object.entries(DIMENSIONS))
      await this.#createTable(table, columns, own);
    await this.#client.query(await readFile(join(import.meta.dirname, "views.sql"), "utf8"));
  }

  async #createTable(table: string, columns: Columns, key: string): Promise<void> {
    const typed = columns.map(([name, type]) => `"${name}" ${TYPES[type]}`);
    await this.#client.query(
      `CREATE TABLE IF NOT EXISTS tributary.${table} (${[...typed, key].join(", ")})`,
    );
  }

  /** Takes a part away that the chain has no more, with its rows. */
  async #drop(part: readonly unknown[]): Promise<void> {
    const { rows } = await this.#client.query<{ to_block: string }>(
      "DELETE FROM tributary.parts WHERE (chain_id, program, from_block) = ($1, $2, $3) RETURNING to_block",
      [...part],
    );
    for (const table of TABLE_NAMES) {
      await this.#client.query(
        `DELETE FROM tributary.${table} WHERE (chain_id, program) = ($1, $2) AND block BETWEEN $3 AND $4`,
        [...part, rows[0]?.to_block],
      );
    }
  }

  async #insert(table: string, columns: Columns, rows: readonly Row[]): Promise<void> {
    const lists = columns.map(([, type], index) => `$${index + 1}::${TYPES[type]}[]`).join(", ");
    for (let from = 0; from < rows.length; from += ROWS) {
      const some = rows.slice(from, from + ROWS);
      await this.#client.query(
        `INSERT INTO tributary.${table} SELECT * FROM unnest(${lists})`,
        columns.map((_, index) => some.map((row) => row[index] ?? null)),
      );
    }
  }

  async #transaction(work: () => Promise<void>): Promise<void> {
    await this.#client.query("BEGIN");
    try {
      await work();
      await this.#client.query("COMMIT");
    } catch (error) {
      await this.#client.query("ROLLBACK").catch(() => undefined);
      throw error;
    }
  }
}

class DatabaseError extends TributaryError {
  override readonly name = "DatabaseError";

  constructor(cause: unknown) {
    const found = cause instanceof AggregateError ? cause.errors[0] : cause;
    super("The database that DATABASE_URL names does not take the tables.", {
      found: found instanceof Error ? found.message : String(found),
      todo: "Correct the address, or the rights of its user, or unset it: the files are written without one.",
    });
    this.cause = cause;
  }
}
