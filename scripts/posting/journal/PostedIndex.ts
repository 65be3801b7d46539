import { createHash } from "node:crypto";
import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { type Address, type Hash, type Hex, hexToBigInt, numberToHex } from "viem";
import { together } from "./inTransaction.ts";
import type { Row } from "./toTransaction.ts";

/** A batch as its event tells it, without its sales. */
export interface PostedBatch {
  readonly number: number;
  readonly lane: number;
  readonly currency: Address;
  readonly sales: number;
  /** The lane's head after it. */
  readonly head: bigint;
  readonly root: Hex;
  readonly block: bigint;
  /** Of its block, UTC seconds. */
  readonly time: number;
}

/** A sale where it was posted. */
export interface PostedPlace {
  readonly id: Hex;
  readonly batch: number;
  readonly place: number;
  /** As its event has it. */
  readonly head: bigint;
}

/** That a payer paid under an id, or that its payment was released. */
export interface PaymentEntry {
  readonly block: bigint;
  readonly log: number;
  readonly id: Hex;
  readonly payer: Address;
  /** Undefined where it was released. */
  readonly paid: Payment | undefined;
}

export interface Payment {
  readonly kind: number;
  readonly currency: Address;
  readonly amount: bigint;
}

/** Events of some blocks, one block after the other. */
export interface PostedPage {
  readonly batches: readonly PostedBatch[];
  readonly sales: readonly PostedPlace[];
  readonly payments: readonly PaymentEntry[];
}

/** A block by number and hash: another hash tells that others took its place. */
export interface BlockMark {
  readonly block: bigint;
  readonly hash: Hash;
}

const KNOWN = "posted up to";
const SETTLED = "final up to";

/**
 * What a program has posted and who has paid in it, read once: its events up to a block. Whatever of it changes on the disk is
 * found by the seals, and read from the chain again.
 */
export class PostedIndex {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** The block up to which all is here. */
  known(): BlockMark | undefined {
    return this.#mark(KNOWN);
  }

  /** The same, as far as the chain does not change any more. */
  settled(): BlockMark | undefined {
    return this.#mark(SETTLED);
  }

  /** Takes in all that follows the known block, up to another one. */
  extend(page: PostedPage, known: BlockMark, settled: BlockMark | undefined): void {
    together(this.#database, () => {
      const salesOf = Map.groupBy(page.sales, ({ batch }) => batch);
      for (const batch of page.batches) this.#addBatch(batch, salesOf.get(batch.number) ?? []);
      for (const payment of page.payments) this.#addPayment(payment);
      this.#setMark(KNOWN, known);
      if (settled !== undefined) this.#setMark(SETTLED, settled);
    });
  }

  /** Forgets what lies above the last block that does not change any more. */
  turnBack(): void {
    const settled = this.settled();
    if (settled === undefined) {
      this.forget();
      return;
    }
    together(this.#database, () => {
      const above = "SELECT number FROM batches WHERE block > ?";
      this.#run(`DELETE FROM posted WHERE batch IN (${above})`, settled.block);
      this.#run("DELETE FROM batches WHERE block > ?", settled.block);
      this.#run("DELETE FROM payments WHERE block > ?", settled.block);
      this.#setMark(KNOWN, settled);
    });
  }

  /** Forgets all of it. */
  forget(): void {
    together(this.#database, () => {
      for (const table of ["posted", "batches", "payments"]) this.#run(`DELETE FROM ${table}`);
      this.#run("DELETE FROM facts WHERE name IN (?, ?)", KNOWN, SETTLED);
    });
  }

  /** Whether all is as it was written. */
  isWhole(): boolean {
    const batches = this.#rows("SELECT * FROM batches ORDER BY number");
    const select = this.#database.prepare("SELECT * FROM posted WHERE batch = ? ORDER BY place");
    const isSealed = (row: Row) =>
      row.seal === sealOf(row, select.all(row.number as SQLInputValue) as Row[]);
    const marks = this.#rows("SELECT value FROM facts WHERE name IN (?, ?)", KNOWN, SETTLED);
    return (
      batches.every(isSealed) &&
      this.hasAllSales() &&
      this.#rows("SELECT * FROM payments").every((row) => row.seal === sealOfPayment(row)) &&
      marks.every(({ value }) => toMark(String(value)) !== undefined)
    );
  }

  /** Where an id was posted, in the order in which it was; usually once. */
  placesOf(id: Hex): PostedPlace[] {
    return this.#places("SELECT * FROM posted WHERE id = ? ORDER BY batch, place", id);
  }

  /** The ids that were posted more than once. */
  repeated(): Hex[] {
    const sql = "SELECT id FROM posted GROUP BY id HAVING count(*) > 1 ORDER BY min(batch)";
    return this.#rows(sql).map(({ id }) => id as Hex);
  }

  batch(number: number): PostedBatch | undefined {
    const row = this.#row("SELECT * FROM batches WHERE number = ?", number);
    return row && toBatch(row);
  }

  /** The head of a lane, as its last batch left it; 0 where there is none. */
  headOf(lane: number, currency: Address): bigint {
    const sql =
      "SELECT head FROM batches WHERE lane = ? AND currency = ? ORDER BY number DESC LIMIT 1";
    const head = this.#row(sql, lane, currency)?.head;
    return head === undefined ? 0n : hexToBigInt(head as Hex);
  }

  /** Whether there are as many sales as their batches have. */
  hasAllSales(): boolean {
    const sql =
      "SELECT (SELECT count(*) FROM posted) = (SELECT coalesce(sum(sales), 0) FROM batches) AS all_there";
    return this.#row(sql)?.all_there === 1;
  }

  /** How many batches there are. */
  count(): number {
    return Number(this.#row("SELECT count(*) AS count FROM batches")?.count);
  }

  /** Payments under an id that were not released, in their order. */
  paymentsOf(id: Hex): (Payment & { readonly payer: Address })[] {
    const open = new Map<Address, Payment>();
    for (const row of this.#rows("SELECT * FROM payments WHERE id = ? ORDER BY block, log", id)) {
      const payer = row.payer as Address;
      if (row.currency === null) open.delete(payer);
      else open.set(payer, toPayment(row));
    }
    return [...open].map(([payer, payment]) => ({ payer, ...payment }));
  }

  #addBatch(batch: PostedBatch, sales: readonly PostedPlace[]): void {
    const columns = {
      ...{ number: batch.number, lane: batch.lane, currency: batch.currency },
      ...{ sales: batch.sales, head: numberToHex(batch.head), root: batch.root },
      ...{ block: Number(batch.block), time: batch.time },
    };
    const rows = sales
      .map((sale) => ({ ...sale, head: numberToHex(sale.head) }))
      .sort((a, b) => a.place - b.place);
    this.#run(
      "INSERT INTO batches (number, lane, currency, sales, head, root, block, time, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      ...Object.values(columns),
      sealOf(columns, rows),
    );
    const insert = this.#database.prepare(
      "INSERT INTO posted (batch, place, id, head) VALUES (?, ?, ?, ?)",
    );
    for (const { batch: number, place, id, head } of rows) insert.run(number, place, id, head);
  }

  #addPayment({ block, log, id, payer, paid }: PaymentEntry): void {
    const amount = paid === undefined ? null : String(paid.amount);
    const { kind = null, currency = null } = paid ?? {};
    const columns = { block: Number(block), log, id, payer, kind, currency, amount };
    this.#run(
      "INSERT INTO payments (block, log, id, payer, kind, currency, amount, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      ...Object.values(columns),
      sealOfPayment(columns),
    );
  }

  #mark(name: string): BlockMark | undefined {
    const value = this.#row("SELECT value FROM facts WHERE name = ?", name)?.value;
    return value === undefined ? undefined : toMark(String(value));
  }

  #setMark(name: string, { block, hash }: BlockMark): void {
    const text = `${block} ${hash}`;
    this.#run("INSERT OR REPLACE INTO facts VALUES (?, ?)", name, `${text} ${digest(text)}`);
  }

  #places(sql: string, ...values: SQLInputValue[]): PostedPlace[] {
    return this.#rows(sql, ...values).map((row) => ({
      id: row.id as Hex,
      batch: Number(row.batch),
      place: Number(row.place),
      head: hexToBigInt(row.head as Hex),
    }));
  }

  #run(sql: string, ...values: SQLInputValue[]): void {
    this.#database.prepare(sql).run(...values);
  }

  #row(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#database.prepare(sql).get(...values) as Row | undefined;
  }

  #rows(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#database.prepare(sql).all(...values) as Row[];
  }
}

/** A digest of a batch's row and of its sales. */
function sealOf(batch: Row, sales: readonly Readonly<Record<string, unknown>>[]): string {
  const { number, lane, currency, sales: count, head, root, block, time } = batch;
  const places = sales.map(({ place, id, head: own }) => [place, id, own]);
  return digest([[number, lane, currency, count, head, root, block, time], places]);
}

function sealOfPayment({ block, log, id, payer, kind, currency, amount }: Row): string {
  return digest([block, log, id, payer, kind, currency, amount]);
}

function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

function toBatch(row: Row): PostedBatch {
  return {
    number: Number(row.number),
    lane: Number(row.lane),
    currency: row.currency as Address,
    sales: Number(row.sales),
    head: hexToBigInt(row.head as Hex),
    root: row.root as Hex,
    block: BigInt(row.block as number),
    time: Number(row.time),
  };
}

/** A mark from its text; undefined where that is not as it was written. */
function toMark(text: string): BlockMark | undefined {
  const [block = "", hash = "", seal] = text.split(" ");
  if (digest(`${block} ${hash}`) !== seal) return undefined;
  return { block: BigInt(block), hash: hash as Hash };
}

function toPayment({ kind, currency, amount }: Row): Payment {
  return { kind: Number(kind), currency: currency as Address, amount: BigInt(String(amount)) };
}
