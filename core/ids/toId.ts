import { type Hex, keccak256, stringToBytes, toHex } from "viem";

/**
 * An external id as programs know it: the text itself up to 31 bytes, else its keccak256. Of the text composed (NFC), so that one id
 * whose accents two systems write differently is one sale.
 */
export function toId(text: string): Hex {
  const bytes = stringToBytes(text.normalize("NFC"));
  return bytes.length < 32 ? toHex(padded(bytes)) : keccak256(bytes);
}

function padded(bytes: Uint8Array): Uint8Array {
  const word = new Uint8Array(32);
  word.set(bytes);
  return word;
}
