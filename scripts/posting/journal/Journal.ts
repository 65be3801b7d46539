import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { type Address, type Hash, type Hex, keccak256 } from "viem";
import { damagedJournal } from "./damagedJournal.ts";
import type { Item, ItemKind, ItemState, OpenItem } from "./Item.ts";
import { atOnce, together } from "./inTransaction.ts";
import { itemsIn } from "./itemsIn.ts";
import { PostedIndex } from "./PostedIndex.ts";
import { isPlannedData, SEALED, sealOf } from "./sealOf.ts";
import type { Call, Fees, Mined, Transaction } from "./Transaction.ts";
import { type Row, toTransaction } from "./toTransaction.ts";

/** A transaction that is about to be sent for the first time. */
export interface Plan {
  readonly call: Call;
  readonly nonce: number;
  readonly fees: Fees;
  readonly plannedAt: bigint;
}

/** How many items of a kind are in a state. */
export interface ItemCount {
  readonly kind: ItemKind;
  readonly state: ItemState;
  readonly count: number;
}

/** The durable memory of the poster: what it has read, what it has sent and what became of that. */
export class Journal {
  /** What the program has posted, as far as it was read. */
  readonly posted: PostedIndex;

  readonly #database: DatabaseSync;

  readonly #path: string;

  constructor(database: DatabaseSync, path: string) {
    this.posted = new PostedIndex(database);
    this.#database = database;
    this.#path = path;
  }

  /** Refuses a journal that is not as it was written. */
  verify(): void {
    const [result] = this.#rows("PRAGMA integrity_check(1)");
    if (result?.integrity_check !== "ok") {
      throw damagedJournal(this.#path, String(result?.integrity_check));
    }
    this.#atOnce(() => {
      for (const row of this.#rows(`SELECT ${SEALED}, seal FROM transactions`))
        this.#checkSeal(row);
    });
    // What the chain tells is read from it again.
    if (!this.posted.isWhole()) this.posted.forget();
  }

  close(): void {
    this.#database.close();
  }

  /** Names whose journal this is, the first time; returns whose it is. */
  belongsTo(owner: string): string {
    this.#run("INSERT OR IGNORE INTO facts VALUES ('owner', ?)", owner);
    return String(this.#row("SELECT value FROM facts WHERE name = 'owner'")?.value);
  }

  /** Forgets everything: the chain that it was of is gone. */
  beginAnew(owner: string): void {
    this.#together(() => {
      for (const table of ["attempts", "items", "transactions"]) this.#run(`DELETE FROM ${table}`);
      this.#run("UPDATE facts SET value = ? WHERE name = 'owner'", owner);
      this.posted.forget();
    });
  }

  /* ITEMS */

  /** Takes in items; those that it knows stay as they are. */
  record(items: readonly Item[]): void {
    this.#together(() => {
      const insert = this.#database.prepare(
        "INSERT OR IGNORE INTO items (kind, id, name, state) VALUES (?, ?, ?, 'seen')",
      );
      for (const { kind, id, name } of items) insert.run(kind, id, name);
    });
  }

  /** Says why items wait. */
  explain(kind: ItemKind, ids: readonly Hex[], note: string): void {
    this.#setItems(kind, ids, "note = ?", note);
  }

  /** Marks items as ready to be posted. */
  attribute(kind: ItemKind, ids: readonly Hex[]): void {
    this.#setItems(kind, ids, "state = 'attributed', transaction_id = NULL, note = NULL");
  }

  /**
   * Marks items that the chain has, and that no open transaction of this journal has put there. What others posted may be
   * otherwise than this journal was about to.
   */
  foundOnChain(kind: ItemKind, ids: readonly Hex[]): void {
    this.#setItems(
      kind,
      ids,
      "content = CASE WHEN state IN ('mined', 'final') THEN content END, state = 'final', note = NULL",
    );
  }

  /** Which of these items are final, as far as the journal knows. */
  finalAmong(kind: ItemKind, ids: readonly Hex[]): Hex[] {
    const select = this.#database.prepare("SELECT state FROM items WHERE kind = ? AND id = ?");
    return ids.filter((id) => select.get(kind, id)?.state === "final");
  }

  /** Keeps what sales are about to be posted with, or were. */
  remember(contents: ReadonlyMap<Hex, object>): void {
    this.#together(() => {
      for (const [id, content] of contents)
        this.#setItems("sale", [id], "content = ?", JSON.stringify(content));
    });
  }

  /** What sales were posted with, as far as the journal knows. */
  contents(ids: readonly Hex[]): Map<Hex, Readonly<Record<string, string>>> {
    const select = this.#database.prepare(
      "SELECT content FROM items WHERE kind = 'sale' AND id = ? AND content IS NOT NULL",
    );
    const found = new Map<Hex, Readonly<Record<string, string>>>();
    for (const id of ids) {
      const content = select.get(id)?.content;
      if (typeof content === "string") found.set(id, JSON.parse(content));
    }
    return found;
  }

  countItems(): ItemCount[] {
    const rows = this.#rows(
      "SELECT kind, state, count(*) AS count FROM items GROUP BY kind, state",
    );
    return rows as unknown as ItemCount[];
  }

  /** Items that wait for a transaction, or for something else. */
  openItems(): OpenItem[] {
    return this.#rows(
      "SELECT kind, id, name, state, note FROM items WHERE state IN ('seen', 'attributed')",
    ).map((row) => ({ ...row, note: row.note ?? undefined }) as unknown as OpenItem);
  }

  /* TRANSACTIONS */

  /** Writes a transaction down, with its first attempt and what it posts, before anything is sent. */
  plan({ call, nonce, fees, plannedAt }: Plan): Transaction {
    return this.#together(() => {
      const { purpose, account, to, value, data, gas } = call;
      const { lastInsertRowid } = this.#run(
        `INSERT INTO transactions (purpose, account, nonce, target, value, data, data_hash, gas, state, planned_at, seal)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'planned', ?, '')`,
        ...[purpose, account, nonce, to, String(value), data, keccak256(data), gas, plannedAt],
      );
      const id = Number(lastInsertRowid);
      this.#insertAttempt(id, 0, fees);
      const update = this.#database.prepare(
        "UPDATE items SET transaction_id = ? WHERE kind = ? AND id = ?",
      );
      for (const item of itemsIn(call))
        update.run(id, purpose === "refund" ? "refund" : "sale", item);
      return this.#sealed(id);
    });
  }

  /** Writes down a call that somebody else is to make, with what it posts. */
  handOut(call: Call, plannedAt: bigint): Transaction {
    const row = this.#row("SELECT min(nonce) AS nonce FROM transactions WHERE nonce < 0");
    const nonce = Number(row?.nonce ?? 0) - 1;
    const { id } = this.plan({ call, nonce, fees: { maxFee: 0n, priorityFee: 0n }, plannedAt });
    return this.#together(() => {
      this.#run("UPDATE transactions SET state = 'handed out' WHERE id = ?", id);
      this.#run("UPDATE items SET state = 'sent' WHERE transaction_id = ?", id);
      return this.#sealed(id);
    });
  }

  /** Calls that somebody else is to make and that were not seen on the chain, in their order. */
  handedOut(): Transaction[] {
    return this.#transactions("SELECT id FROM transactions WHERE state = 'handed out' ORDER BY id");
  }

  /** Writes down another attempt, with higher fees. */
  raise({ id, attempts }: Transaction, fees: Fees): Transaction {
    return this.#together(() => {
      this.#insertAttempt(id, attempts.length, fees);
      return this.#sealed(id);
    });
  }

  /** The RPC took the last attempt, under this hash. */
  sent({ id, attempts }: Transaction, hash: Hash): Transaction {
    return this.#together(() => {
      this.#run(
        "UPDATE attempts SET hash = ? WHERE transaction_id = ? AND number = ?",
        ...[hash, id, attempts.length - 1],
      );
      this.#run("UPDATE transactions SET state = 'sent' WHERE id = ? AND state = 'planned'", id);
      this.#run(
        "UPDATE items SET state = 'sent' WHERE transaction_id = ? AND state IN ('seen', 'attributed')",
        id,
      );
      return this.#sealed(id);
    });
  }

  mined(transaction: Transaction, where: Mined): Transaction {
    return this.#settle(transaction, "mined", where);
  }

  final(transaction: Transaction): Transaction {
    return this.#settle(transaction, "final", transaction.mined);
  }

  /** Another block took the place of the one that it was in. */
  reorganised(transaction: Transaction): Transaction {
    return this.#settle(transaction, isOfOthers(transaction) ? "handed out" : "sent", undefined);
  }

  /** It was mined without effect, lost its nonce or was given up: what it was to post waits for another. */
  failed(
    transaction: Transaction,
    state: "reverted" | "replaced" | "withdrawn",
    where: Mined | undefined,
  ): Transaction {
    return this.#together(() => {
      this.#run(
        "UPDATE items SET state = 'attributed', transaction_id = NULL WHERE transaction_id = ?",
        transaction.id,
      );
      return this.#settle(transaction, state, where);
    });
  }

  /** The program passed items of a mined transaction over: they wait for another one. */
  passedOver({ id }: Transaction, items: readonly Hex[]): void {
    this.#together(() => {
      const update = this.#database.prepare(
        "UPDATE items SET state = 'attributed', transaction_id = NULL WHERE transaction_id = ? AND id = ?",
      );
      for (const item of items) update.run(id, item);
    });
  }

  /** The ids of what a transaction has posted or refunded, or is to. */
  itemsOf({ id }: Transaction): Hex[] {
    return this.#rows("SELECT id FROM items WHERE transaction_id = ?", id).map(
      (row) => row.id as Hex,
    );
  }

  /** Transactions whose end is open, in the order of their nonces. */
  openTransactions(): Transaction[] {
    return this.#transactions(
      "SELECT id FROM transactions WHERE state IN ('planned', 'sent', 'mined') ORDER BY account, nonce",
    );
  }

  /** Transactions with an end, at and above a nonce that the chain says is free. */
  finishedFrom(account: Address, nonce: number): Transaction[] {
    return this.#transactions(
      `SELECT id FROM transactions
       WHERE state IN ('final', 'reverted') AND account = ? AND nonce >= ? ORDER BY nonce`,
      ...[account, nonce],
    );
  }

  /** The lowest nonce above all that were planned and not lost. */
  nonceAbove(account: Address): number {
    const row = this.#row(
      "SELECT max(nonce) AS nonce FROM transactions WHERE account = ? AND state NOT IN ('replaced', 'withdrawn')",
      account,
    );
    return row?.nonce == null ? 0 : Number(row.nonce) + 1;
  }

  /** The lowest nonce, from one on, that a transaction was planned with and that none has any more. */
  freeNonce(account: Address, from: number): number | undefined {
    const row = this.#row(
      `SELECT nonce FROM transactions WHERE account = ? AND nonce >= ? GROUP BY nonce
       HAVING sum(state NOT IN ('replaced', 'withdrawn')) = 0 AND sum(state = 'withdrawn') > 0
       ORDER BY nonce LIMIT 1`,
      ...[account, from],
    );
    return row === undefined ? undefined : Number(row.nonce);
  }

  /** Whether an RPC took a transaction with a nonce. */
  wasTaken(account: Address, nonce: number): boolean {
    const sql = `SELECT count(*) AS count FROM attempts JOIN transactions ON transactions.id = transaction_id
      WHERE account = ? AND nonce = ? AND attempts.hash IS NOT NULL`;
    return this.#row(sql, account, nonce)?.count !== 0;
  }

  /** The transaction that was mined last, as far as the chain has shown. */
  lastMined(): Hash | undefined {
    const row = this.#row(
      "SELECT hash FROM transactions WHERE hash IS NOT NULL ORDER BY block DESC, nonce DESC LIMIT 1",
    );
    return (row?.hash as Hash | undefined) ?? undefined;
  }

  /** The highest block in which the chain has shown a transaction. */
  highestBlock(): bigint {
    const row = this.#row("SELECT max(block) AS block FROM transactions");
    return BigInt((row?.block as number | null | undefined) ?? 0);
  }

  /** Items' names as their files have them; ids of those that it does not know. */
  namesOf(kind: ItemKind, ids: readonly Hex[]): string[] {
    const select = this.#database.prepare("SELECT name FROM items WHERE kind = ? AND id = ?");
    return ids.map((id) => String(select.get(kind, id)?.name ?? id));
  }

  transaction(id: number): Transaction {
    return this.#atOnce(() => {
      const row = this.#row("SELECT * FROM transactions WHERE id = ?", id) ?? {};
      const attempts = this.#checkSeal(row);
      if (isPlannedData(row)) return toTransaction(row, attempts);
      throw damagedJournal(this.#path, `${nameOf(row)} has another call than was planned`);
    });
  }

  /* HELP */

  #transactions(sql: string, ...values: SQLInputValue[]): Transaction[] {
    return this.#atOnce(() =>
      this.#rows(sql, ...values).map(({ id }) => this.transaction(Number(id))),
    );
  }

  /** Seals a transaction after a change. */
  #sealed(id: number): Transaction {
    const row = this.#row(`SELECT ${SEALED} FROM transactions WHERE id = ?`, id) ?? {};
    const seal = sealOf(row, this.#attemptsOf(id));
    this.#run("UPDATE transactions SET seal = ? WHERE id = ?", seal, id);
    return this.transaction(id);
  }

  /** Returns the attempts of a transaction, which the seal covers too. */
  #checkSeal(row: Row): Row[] {
    const attempts = this.#attemptsOf(Number(row.id));
    if (attempts.length > 0 && sealOf(row, attempts) === row.seal) return attempts;
    throw damagedJournal(this.#path, `${nameOf(row)} is not as it was written`);
  }

  #attemptsOf(id: number): Row[] {
    return this.#rows(
      "SELECT number, max_fee, priority_fee, hash FROM attempts WHERE transaction_id = ? ORDER BY number",
      id,
    );
  }

  #settle({ id, purpose }: Transaction, state: string, where: Mined | undefined): Transaction {
    return this.#together(() => {
      this.#run(
        "UPDATE transactions SET state = ?, hash = ?, block = ?, block_hash = ?, gas_used = ? WHERE id = ?",
        ...[state, where?.hash ?? null, where?.block ?? null],
        ...[where?.blockHash ?? null, where?.gasUsed ?? null, id],
      );
      if (purpose === "post" || purpose === "refund") {
        const own = state === "handed out" ? "sent" : state;
        this.#run("UPDATE items SET state = ? WHERE transaction_id = ?", own, id);
      }
      return this.#sealed(id);
    });
  }

  #insertAttempt(id: number, number: number, { maxFee, priorityFee }: Fees): void {
    this.#run(
      "INSERT INTO attempts (transaction_id, number, max_fee, priority_fee) VALUES (?, ?, ?, ?)",
      ...[id, number, String(maxFee), String(priorityFee)],
    );
  }

  #setItems(kind: ItemKind, ids: readonly Hex[], change: string, ...values: string[]): void {
    this.#together(() => {
      const update = this.#database.prepare(`UPDATE items SET ${change} WHERE kind = ? AND id = ?`);
      for (const id of ids) update.run(...values, kind, id);
    });
  }

  #together<Result>(write: () => Result): Result {
    return together(this.#database, write);
  }

  #atOnce<Result>(read: () => Result): Result {
    return atOnce(this.#database, read);
  }

  #run(sql: string, ...values: SQLInputValue[]) {
    return this.#database.prepare(sql).run(...values);
  }

  #row(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#database.prepare(sql).get(...values) as Row | undefined;
  }

  #rows(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#database.prepare(sql).all(...values) as Row[];
  }
}

/** Whether somebody else makes the call. */
function isOfOthers({ nonce }: Transaction): boolean {
  return nonce < 0;
}

function nameOf({ id, purpose, nonce }: Row): string {
  return `transaction ${id} (${purpose}, nonce ${nonce})`;
}
