import type { SQLOutputValue } from "node:sqlite";
import type { Address, Hash, Hex } from "viem";
import type { Attempt, Mined, Transaction } from "./Transaction.ts";

export type Row = Record<string, SQLOutputValue>;

/** A transaction from its rows in the journal. */
export function toTransaction(row: Row, attempts: readonly Row[]): Transaction {
  return {
    ...(row as unknown as Pick<Transaction, "id" | "purpose" | "account" | "nonce" | "state">),
    to: row.target as Address,
    value: BigInt(row.value as string),
    data: row.data as Hex,
    gas: BigInt(row.gas as number),
    plannedAt: BigInt(row.planned_at as number),
    attempts: attempts.map(toAttempt),
    mined: row.hash === null ? undefined : toMined(row),
  };
}

function toAttempt(row: Row): Attempt {
  return {
    maxFee: BigInt(row.max_fee as string),
    priorityFee: BigInt(row.priority_fee as string),
    hash: (row.hash as Hash | null) ?? undefined,
  };
}

function toMined(row: Row): Mined {
  return {
    hash: row.hash as Hash,
    block: BigInt(row.block as number),
    blockHash: row.block_hash as Hash,
    gasUsed: BigInt(row.gas_used as number),
  };
}
