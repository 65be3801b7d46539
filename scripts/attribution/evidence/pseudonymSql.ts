import { createHash } from "node:crypto";

const BLOCK = 64;

/** HMAC-SHA-256 of a text column in hexadecimal digits, as SQL; empty stays empty. */
export function pseudonymSql(column: string, salt: Buffer): string {
  const key = Buffer.alloc(BLOCK);
  (salt.length > BLOCK ? createHash("sha256").update(salt).digest() : salt).copy(key);
  const inner = `sha256(${blob(key, 0x36)} || encode(${column}))`;
  return `CASE WHEN ${column} = '' THEN '' ELSE sha256(${blob(key, 0x5c)} || unhex(${inner})) END`;
}

function blob(key: Buffer, pad: number): string {
  return `unhex('${Buffer.from(key.map((byte) => byte ^ pad)).toString("hex")}')`;
}
