import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Address, Hex } from "viem";
import type { Terms } from "../../../core/deal/Terms.ts";

/** What is kept beside Ignition's journal about one program, so that an interrupted deployment can go on with the same terms. */
export interface ProgramRecord {
  readonly id: string;
  readonly salt: Hex;
  readonly uri: string;
  readonly terms: Terms;
  /** Set when it is deployed. */
  readonly program?: Address;
}

/** What tells programs apart before they are deployed: the file's terms, and who deploys. */
export function keyOf(terms: object, account: Address, uri: string): string {
  const text = JSON.stringify([terms, account, uri], (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

/** All records of a key in order of deployment. */
export async function readRecords(folder: string, key: string): Promise<ProgramRecord[]> {
  const records: ProgramRecord[] = [];
  for (;;) {
    const text = await readFile(fileOf(folder, key, records.length), "utf8").catch(() => undefined);
    if (text === undefined) return records;
    records.push(JSON.parse(text, revive) as ProgramRecord);
  }
}

export async function writeRecord(
  folder: string,
  key: string,
  index: number,
  record: ProgramRecord,
): Promise<void> {
  const file = fileOf(folder, key, index);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(record, replace, 2)}\n`);
}

function fileOf(folder: string, key: string, index: number): string {
  return join(folder, "programs", `${key}-${index}.json`);
}

function replace(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? `${value}n` : value;
}

function revive(_: string, value: unknown): unknown {
  return typeof value === "string" && /^\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value;
}
