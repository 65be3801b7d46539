import type { Hex } from "viem";
import { hexToBytes } from "viem";
import { shortenHex } from "../shortenHex.ts";
import { cleanText } from "./cleanText.ts";

/** A sale's or refund's id as people know it: its text where it is one, else its shortened hash. */
export function readId(id: Hex): string {
  const bytes = hexToBytes(id);
  const end = bytes.indexOf(0);
  const isText = end > 0 && bytes.subarray(end).every((byte) => byte === 0);
  if (!isText) return shortenHex(id);
  try {
    return cleanText(new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, end)));
  } catch {
    return shortenHex(id);
  }
}
