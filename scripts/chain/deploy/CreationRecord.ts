import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Address, Hex } from "viem";

/** What is kept beside Ignition's journal about one creation, so that an interrupted one can go on with the same words. */
export interface CreationRecord<Given> {
  readonly id: string;
  readonly salt: Hex;
  readonly uri: string;
  /** What the factory takes. */
  readonly given: Given;
  /** Set when it is created. */
  readonly address?: Address;
}

/** What tells creations apart before they are made: what the file says, and who makes them. */
export function keyOf(file: object, account: Address, uri: string): string {
  const text = JSON.stringify([file, account, uri], (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

/**
 * All records of a key in order of creation.
 * @param folder One for each sort of contract.
 */
export async function readRecords<Given>(
  folder: string,
  key: string,
): Promise<CreationRecord<Given>[]> {
  const records: CreationRecord<Given>[] = [];
  for (;;) {
    const text = await readFile(fileOf(folder, key, records.length), "utf8").catch(() => undefined);
    if (text === undefined) return records;
    records.push(JSON.parse(text, revive) as CreationRecord<Given>);
  }
}

export async function writeRecord(
  folder: string,
  key: string,
  index: number,
  record: CreationRecord<unknown>,
): Promise<void> {
  const file = fileOf(folder, key, index);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(record, replace, 2)}\n`);
}

function fileOf(folder: string, key: string, index: number): string {
  return join(folder, `${key}-${index}.json`);
}

function replace(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? `${value}n` : value;
}

function revive(_: string, value: unknown): unknown {
  return typeof value === "string" && /^\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value;
}
