import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { TributaryError } from "../../../core/TributaryError.ts";
import type { Delivery } from "./Delivery.ts";

/** How far the chain was read. */
export interface Cursor {
  readonly block: bigint;
  readonly hash: string;
  readonly time: number;
}

/** From when on a subscription is told: after a block, or after a time where the file names one. */
export interface Beginning {
  readonly block: bigint | undefined;
  readonly time: number;
}

/** A delivery that nobody will try again. */
export interface GivenUp {
  readonly id: string;
  readonly subscription: string;
  readonly type: string;
  readonly attempts: number;
  readonly why: string;
}

export type NewDelivery = Omit<Delivery, "attempts">;

type Row = Record<string, SQLInputValue>;

const TABLES = `
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS beginnings (
  subscription TEXT PRIMARY KEY,
  block INTEGER,
  time INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS letters (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  subscription TEXT NOT NULL,
  type TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'given up')),
  attempts INTEGER NOT NULL DEFAULT 0,
  due INTEGER NOT NULL DEFAULT 0,
  why TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS letters_waiting ON letters (subscription, due) WHERE state = 'waiting';
`;

/** The durable memory of notices: what was read, what is to be sent, what was. */
export class Outbox {
  readonly #database: DatabaseSync;

  private constructor(database: DatabaseSync) {
    this.#database = database;
  }

  static open(path: string): Outbox {
    try {
      const database = new DatabaseSync(path);
      // A delivery that is written down outlives a loss of power.
      database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
      database.exec(TABLES);
      return new Outbox(database);
    } catch (error) {
      throw new TributaryError(`The store ${path} cannot be opened.`, {
        found: error instanceof Error ? error.message : String(error),
        todo: "Give --store a file that `notices run` has written, or one that is not there yet in a folder that is.",
      });
    }
  }

  close(): void {
    this.#database.close();
  }

  /** Names whose store this is, the first time; returns whose it is. */
  belongsTo(owner: string): string {
    this.#run("INSERT OR IGNORE INTO facts VALUES ('owner', ?)", owner);
    return String(this.#row("SELECT value FROM facts WHERE name = 'owner'")?.value);
  }

  /* READING */

  cursor(): Cursor | undefined {
    const row = this.#row("SELECT value FROM facts WHERE name = 'cursor'");
    if (row === undefined) return undefined;
    const { block, hash, time } = JSON.parse(String(row.value)) as Record<string, string>;
    return { block: BigInt(block ?? 0), hash: String(hash), time: Number(time) };
  }

  /** Has everything read again; what is written down is not written twice. */
  forgetCursor(): void {
    this.#run("DELETE FROM facts WHERE name = 'cursor'");
  }

  beginningOf(subscription: string): Beginning | undefined {
    const row = this.#row(
      "SELECT block, time FROM beginnings WHERE subscription = ?",
      subscription,
    );
    if (row === undefined) return undefined;
    const block = row.block === null ? undefined : BigInt(row.block as number);
    return { block, time: Number(row.time) };
  }

  /** Writes down what was read and what is to be sent of it, all at once. Deliveries that it has stay as they are. */
  take(
    cursor: Cursor,
    beginnings: ReadonlyMap<string, Beginning>,
    deliveries: readonly NewDelivery[],
  ): number {
    return this.#together(() => {
      for (const [subscription, { block, time }] of beginnings) {
        const after = block === undefined ? null : Number(block);
        this.#run("INSERT INTO beginnings VALUES (?, ?, ?)", subscription, after, time);
      }
      const insert = this.#database.prepare(
        "INSERT OR IGNORE INTO letters (id, subscription, type, subject, body) VALUES (?, ?, ?, ?, ?)",
      );
      let added = 0;
      for (const { id, subscription, type, subject, body } of deliveries)
        added += Number(insert.run(id, subscription, type, subject, body).changes);
      const value = JSON.stringify({ ...cursor, block: `${cursor.block}` });
      this.#run("INSERT OR REPLACE INTO facts VALUES ('cursor', ?)", value);
      return added;
    });
  }

  /* SENDING */

  /** The first delivery of a subscription that is due. */
  nextOf(subscription: string, now: number): Delivery | undefined {
    return this.#row(
      `SELECT id, subscription, type, subject, body, attempts FROM letters
       WHERE state = 'waiting' AND subscription = ? AND due <= ? ORDER BY number LIMIT 1`,
      subscription,
      now,
    ) as unknown as Delivery | undefined;
  }

  markSent(id: string): void {
    this.#run(
      "UPDATE letters SET state = 'sent', attempts = attempts + 1, why = NULL WHERE id = ?",
      id,
    );
  }

  markFailed(id: string, why: string, due: number): void {
    this.#run(
      "UPDATE letters SET attempts = attempts + 1, why = ?, due = ? WHERE id = ?",
      why,
      due,
      id,
    );
  }

  giveUp(id: string, why: string): void {
    this.#run(
      "UPDATE letters SET state = 'given up', attempts = attempts + 1, why = ? WHERE id = ?",
      why,
      id,
    );
  }

  /** Makes deliveries that were given up wait again, from their first attempt on. */
  retry(): number {
    const sql =
      "UPDATE letters SET state = 'waiting', attempts = 0, due = 0 WHERE state = 'given up'";
    return Number(this.#run(sql).changes);
  }

  /* TELLING */

  count(state: "waiting" | "sent" | "given up"): number {
    return Number(this.#row("SELECT count(*) AS n FROM letters WHERE state = ?", state)?.n);
  }

  /** How many deliveries of some subscriptions are due. */
  countDue(subscriptions: readonly string[], now: number): number {
    const row = this.#row(
      `SELECT count(*) AS n FROM letters WHERE state = 'waiting' AND due <= ?
       AND subscription IN (SELECT value FROM json_each(?))`,
      now,
      JSON.stringify(subscriptions),
    );
    return Number(row?.n);
  }

  givenUp(most: number): GivenUp[] {
    return this.#database
      .prepare(
        `SELECT id, subscription, type, attempts, why FROM letters
         WHERE state = 'given up' ORDER BY number LIMIT ?`,
      )
      .all(most) as unknown as GivenUp[];
  }

  #row(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#database.prepare(sql).get(...values) as Row | undefined;
  }

  #run(sql: string, ...values: SQLInputValue[]) {
    return this.#database.prepare(sql).run(...values);
  }

  #together<Result>(work: () => Result): Result {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      this.#database.exec("COMMIT");
      return result;
    } catch (error) {
      this.#database.exec("ROLLBACK");
      throw error;
    }
  }
}
