import { createHash } from "node:crypto";
import { type Hex, keccak256 } from "viem";
import type { Row } from "./toTransaction.ts";

/** The columns of a transaction that its seal covers; its data by their hash. */
export const SEALED =
  "id, purpose, account, nonce, target, value, data_hash, gas, state, planned_at, hash, block, block_hash, gas_used";

/**
 * A digest of a transaction's row and its attempts. It is written with each change of them, so that a digit that has changed
 * on the disk since is found before anything is sent.
 */
export function sealOf(row: Row, attempts: readonly Row[]): string {
  const { seal: _seal, data: _data, ...columns } = row;
  const text = JSON.stringify([Object.entries(columns).sort(byName), attempts]);
  return createHash("sha256").update(text).digest("hex");
}

/** Whether a transaction's data are those that were planned. */
export function isPlannedData({ data, data_hash: hash }: Row): boolean {
  const isData = typeof data === "string" && /^0x([0-9a-f]{2})*$/.test(data);
  return isData && keccak256(data as Hex) === hash;
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
