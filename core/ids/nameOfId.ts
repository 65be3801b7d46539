import { type Hex, hexToBytes } from "viem";

// Control characters, and those that turn the direction of the text around them.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const DECODER = new TextDecoder("utf-8", { fatal: true });

/** An external id as text, where it is text that can be shown; else the 32 bytes. */
export function nameOfId(id: Hex): string {
  const bytes = hexToBytes(id);
  const end = bytes.findLastIndex((byte) => byte !== 0) + 1;
  try {
    const text = DECODER.decode(bytes.subarray(0, end));
    return text === "" || UNSEEN.test(text) ? id : text;
  } catch {
    return id;
  }
}
