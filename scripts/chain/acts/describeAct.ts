import type { TypedAct } from "../../../core/signing/typedAct.ts";
import { printable } from "../../../core/text/printable.ts";

/** What is signed, as a wallet shows it: "ClaimTo of party 0x…, currency 0x…, to 0x…". */
export function describeAct({ primaryType, message }: TypedAct): string {
  const fields = Object.entries(message)
    .filter(([name]) => name !== "nonce" && name !== "deadline")
    .map(([name, value]) => `${name} ${printable(String(value))}`);
  return `${primaryType} of ${fields.join(", ")}`;
}
