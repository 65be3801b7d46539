import type { Row } from "../../../files/table/Row.ts";

/** Metadata of an exported file, whose columns are "plan (metadata)" or "payment_metadata[plan]", as `metadata.plan`. */
export function metadataOf(row: Row): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of row.names()) {
    const match = /^(.+) \(metadata\)$/.exec(name) ?? /^payment_metadata\[(.+)\]$/.exec(name);
    const value = row.get(name);
    if (match?.[1] !== undefined && value !== "") found[`metadata.${match[1]}`] = value;
  }
  return found;
}
