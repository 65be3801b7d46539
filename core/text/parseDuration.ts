import { parseSpan } from "./parseSpan.ts";

/** Seconds of "30d" or "12h"; undefined where the text is neither. */
export function parseDuration(text: string): number | undefined {
  if (!/^[1-9]\d{0,6}[hd]$/.test(text)) return undefined;
  return parseSpan(text);
}
