import { createHash } from "node:crypto";

/** Names what a compiler makes of an input: SHA-256 of the compiler's whole version and of all that it is given. */
export function hashInput(longVersion: string, input: object): string {
  return createHash("sha256").update(longVersion).update(JSON.stringify(input)).digest("hex");
}
