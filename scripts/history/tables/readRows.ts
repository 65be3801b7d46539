import type { Address } from "viem";
import { decodeSale } from "../../../core/batches/decodeSale.ts";
import type { SaleWords } from "../../../core/batches/PostedSale.ts";
import { ETHER } from "../../../core/currency/ETHER.ts";
import type { TimedLog } from "../../../core/history/files/HistoryPart.ts";
import { nameOfId } from "../../../core/ids/nameOfId.ts";
import { placeOfHead } from "../../../core/ledger/placeOfHead.ts";
import { REATTRIBUTED, STANDS, VOID } from "../../../core/ledger/SaleBook.ts";
import { splitPlace } from "../../../core/ledger/salePlace.ts";
import {
  decodeEvents,
  type EventNamed,
  type ProgramEvent,
} from "../../../core/logs/decodeEvents.ts";
import { columnsOf, type Row, TABLE_NAMES, type TABLES, type TableName } from "./TABLES.ts";
import { storable, toJsonText } from "./toJsonText.ts";

type Value = string | number | bigint | boolean | null | undefined;

type Cells<Table extends TableName> = Readonly<Record<keyof (typeof TABLES)[Table], Value>>;

/** Which program the rows are of. */
export interface RowSource {
  readonly chainId: number;
  readonly address: Address;
  /** The addresses of its currencies, by their place in the terms. */
  readonly currencies: ReadonlyMap<number, Address>;
}

export type Rows = Readonly<Record<TableName, Row[]>>;

/** What kinds of rulings there are, as the contract numbers them. */
const RULINGS: Readonly<Record<number, string>> = {
  [STANDS]: "stands",
  [VOID]: "void",
  [REATTRIBUTED]: "reattributed",
};

/** The rows of all tables that logs come to, in order. Those of one call must be together. */
export function readRows(source: RowSource, logs: readonly TimedLog[]): Rows {
  const rows = Object.fromEntries(TABLE_NAMES.map((name) => [name, [] as Row[]])) as Rows;
  for (const event of decodeEvents(logs as Parameters<typeof decodeEvents>[0])) {
    enter(new Writer(source, event, rows), event);
  }
  return rows;
}

/** Adds the rows of one event. */
class Writer {
  readonly source: RowSource;
  readonly #event: ProgramEvent;
  readonly #rows: Rows;

  constructor(source: RowSource, event: ProgramEvent, rows: Rows) {
    this.source = source;
    this.#event = event;
    this.#rows = rows;
  }

  add<Table extends TableName>(table: Table, cells: Cells<Table>, part = 0): void {
    const { blockNumber, logIndex, blockTimestamp, transactionHash } = this.#event;
    const values: Record<string, Value> = {
      ...{ chain_id: this.source.chainId, program: this.source.address },
      ...{ block: blockNumber, log_index: logIndex, part },
      ...{ time: blockTimestamp ?? null, transaction: transactionHash },
      ...cells,
    };
    this.#rows[table].push(
      columnsOf(table).map(([name, type]) => toText(values[name], type === "time")),
    );
  }

  /** A claim is told first, then where it went instead. */
  redirect({ args, transactionHash }: EventNamed<"ClaimRedirected">): void {
    const claims = this.#rows.claims;
    const names = columnsOf("claims").map(([name]) => name);
    const last = claims.at(-1);
    const of = (name: string) => last?.[names.indexOf(name)];
    if (last === undefined || of("transaction") !== transactionHash || of("party") !== args.party)
      return;
    claims[claims.length - 1] = last.map((value, at) =>
      names[at] === "paid_to" ? args.to : value,
    );
  }
}

function toText(value: Value, isTime: boolean): string | null {
  if (value === null || value === undefined) return null;
  if (isTime) return new Date(Number(value) * 1_000).toISOString();
  return storable(`${value}`);
}

function enter(writer: Writer, event: ProgramEvent): void {
  writer.add("events", { event: event.eventName, args: toJsonText(event.args) });
  switch (event.eventName) {
    case "SalePosted":
      enterSale(writer, event);
      break;
    case "SaleReattributed":
      enterLines(writer, event.args, true);
      break;
    case "SaleRefunded":
      enterRefund(writer, event);
      break;
    case "SaleDisputed": {
      const { partner, deadline, reason, evidence, sale } = event.args;
      writer.add("disputes", {
        ...splitPlace(placeOfHead(sale.head)),
        partner,
        deadline,
        reason,
        evidence,
      });
      break;
    }
    case "DisputeJoined": {
      const { batch, place, partner, deadline, reason, evidence } = event.args;
      writer.add("disputes", { batch, place, partner, deadline, reason, evidence });
      break;
    }
    case "DisputeSettled": {
      const { batch, place, state, isFinal: is_final, returned, reason } = event.args;
      const ruling = RULINGS[state];
      writer.add("rulings", { batch, place, ruling, is_final, returned, reason });
      break;
    }
    case "PartnerEnrolled": {
      const { joined: joined_at, ...rest } = event.args;
      writer.add("partners", { ...rest, joined_at });
      break;
    }
    default:
      enterMoney(writer, event);
  }
}

function enterMoney(writer: Writer, event: ProgramEvent): void {
  switch (event.eventName) {
    case "Received":
      writer.add("receipts", { kind: 0, currency: ETHER, payer: null, ...event.args });
      break;
    case "Synced":
      writer.add("receipts", { kind: 0, payer: null, ...event.args });
      break;
    case "RevenuePaid":
      writer.add("receipts", event.args);
      break;
    case "SalePaid": {
      const { saleId, ...paid } = event.args;
      writer.add("payments", { sale_id: nameOfId(saleId), ...paid });
      break;
    }
    case "PaymentReleased": {
      const { saleId, payer, toPayer: to_payer } = event.args;
      writer.add("releases", { sale_id: nameOfId(saleId), payer, to_payer });
      break;
    }
    case "Claimed":
      writer.add("claims", { ...event.args, paid_to: null });
      break;
    case "ClaimRedirected":
      writer.redirect(event);
      break;
    case "LineSettled":
      writer.add("settlements", event.args);
      break;
    case "Funded": {
      const { from: account, currency, amount } = event.args;
      writer.add("funds", { account, currency, amount });
      break;
    }
    case "FundsWithdrawn": {
      const { currency, amount } = event.args;
      writer.add("funds", { account: null, currency, amount: -amount });
      break;
    }
  }
}

function enterSale(writer: Writer, { args }: EventNamed<"SalePosted">): void {
  const { batch, place, kind, amount, payer, time, currency, setAside } = decodeSale(args);
  writer.add("sales", {
    ...{ batch, place, sale_id: nameOfId(args.saleId), kind, amount, payer },
    ...{ currency: writer.source.currencies.get(currency), set_aside: setAside, occurred_at: time },
  });
  enterLines(writer, args, false);
}

function enterLines(writer: Writer, words: SaleWords, is_reattributed: boolean): void {
  const { batch, place, lines } = decodeSale(words);
  for (const [line, { partner: party, role, rate, weight, amount }] of lines.entries()) {
    const cells = { batch, place, line, is_reattributed, party, role, rate, weight, amount };
    writer.add("lines", cells, line);
  }
}

function enterRefund(writer: Writer, { args }: EventNamed<"SaleRefunded">): void {
  const { batch, place, amount, returned, reason, reversed } = args;
  const refund_id = nameOfId(args.refundId);
  writer.add("refunds", { batch, place, refund_id, amount, returned, reason });
  for (const [line, reversal] of reversed.entries()) {
    if (reversal === 0n) continue;
    writer.add("reversals", { batch, place, refund_id, line, amount: reversal }, line);
  }
}
