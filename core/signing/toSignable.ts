/** A field of what is signed, by its name and its type in EIP-712. */
interface Field {
  readonly name: string;
  readonly type: string;
}

/** What can be signed: its type's name, and its fields. */
export interface Signable {
  readonly type: string;
  readonly fields: readonly Field[];
}

/** A type with these fields, and nonce and deadline behind them. */
export function toSignable(type: string, ...fields: readonly string[]): Signable {
  const all = [...fields, "uint256 nonce", "uint256 deadline"];
  return { type, fields: all.map(toField) };
}

function toField(text: string): Field {
  const [type = "", name = ""] = text.split(" ");
  return { type, name };
}
