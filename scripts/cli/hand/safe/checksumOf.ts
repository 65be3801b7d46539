import { type Hex, keccak256, stringToHex } from "viem";
import type { SafeBatch } from "./SafeBatch.ts";

/** What the Transaction Builder compares a file with, so that it tells of one that was changed: of all but the batch's name. */
export function checksumOf({ meta, ...batch }: SafeBatch): Hex {
  const { checksum: _, ...others } = meta;
  return keccak256(stringToHex(serialize({ ...batch, meta: { ...others, name: null } })));
}

/** Keys in their order, then the values in it, each with a comma behind: the app's own form. */
function serialize(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(serialize).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const keys = JSON.stringify(entries.map(([key]) => key));
  return `{${keys}${entries.map(([, one]) => `${serialize(one)},`).join("")}}`;
}
