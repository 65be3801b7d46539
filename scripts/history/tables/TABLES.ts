/** What a column holds: `amount` is a whole number of smallest units, `time` a moment, all others what they say. */
export type ColumnType = "text" | "integer" | "amount" | "time" | "boolean" | "json";

type Columns = Readonly<Record<string, ColumnType>>;

/** Where a row comes from: the event that it was read from. */
const PLACE = {
  chain_id: "integer",
  program: "text",
  block: "integer",
  log_index: "integer",
  /** Which of the event's rows in this table. */
  part: "integer",
  time: "time",
  transaction: "text",
} as const satisfies Columns;

const SALE = { batch: "integer", place: "integer" } as const satisfies Columns;
const MONEY = { currency: "text", amount: "amount" } as const satisfies Columns;

/** The tables that a history is written to, with their own columns; each row has its place before them. Rows are never changed. */
export const TABLES = {
  /** Every event, with its arguments. */
  events: { event: "text", args: "json" },
  sales: {
    ...SALE,
    sale_id: "text",
    kind: "integer",
    ...MONEY,
    set_aside: "amount",
    payer: "text",
    occurred_at: "time",
  },
  /** As posted, and those that took their place. */
  lines: {
    ...SALE,
    line: "integer",
    is_reattributed: "boolean",
    party: "integer",
    role: "integer",
    rate: "integer",
    weight: "integer",
    amount: "amount",
  },
  refunds: { ...SALE, refund_id: "text", amount: "amount", returned: "amount", reason: "text" },
  reversals: { ...SALE, refund_id: "text", line: "integer", amount: "amount" },
  disputes: { ...SALE, partner: "integer", deadline: "time", reason: "text", evidence: "text" },
  rulings: { ...SALE, ruling: "text", is_final: "boolean", returned: "amount", reason: "text" },
  partners: {
    number: "integer",
    wallet: "text",
    name: "text",
    tier: "integer",
    joined_at: "time",
    referrer: "integer",
  },
  /** Revenue that no sale brought. */
  receipts: { kind: "integer", ...MONEY, payer: "text" },
  /** What customers paid for sales here, and where it went that no sale was posted for. */
  payments: { sale_id: "text", kind: "integer", ...MONEY, payer: "text" },
  releases: { sale_id: "text", payer: "text", to_payer: "boolean" },
  claims: { party: "text", ...MONEY, paid_to: "text" },
  settlements: { line: "integer", holder: "text", ...MONEY },
  /** What the operator put in, and took out (negative). */
  funds: { account: "text", ...MONEY },
} as const satisfies Readonly<Record<string, Columns>>;

export type TableName = keyof typeof TABLES;

/** A row: its values as texts, in the order of `columnsOf`; null where there is none. */
export type Row = readonly (string | null)[];

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/** All columns of a table, in order. */
export function columnsOf(
  table: TableName,
): readonly (readonly [name: string, type: ColumnType])[] {
  return Object.entries({ ...PLACE, ...TABLES[table] });
}
