import { formatTime } from "@core/text/page/formatTime";
import { readId } from "@core/text/page/readId";
import { shortenHex } from "@core/text/shortenHex";

/** An error's values in words: what was refused, and what to do. */
export type Tell = (args: readonly unknown[]) => string;

export function hex(value: unknown): string {
  return shortenHex(String(value));
}

export function id(value: unknown): string {
  const text = String(value);
  return text.startsWith("0x") ? readId(`0x${text.slice(2)}`) : text;
}

export function time(value: unknown): string {
  return typeof value === "bigint" ? formatTime(value) : String(value);
}
