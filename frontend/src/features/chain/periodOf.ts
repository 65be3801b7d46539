import type { Terms } from "@core/deal/Terms";

/** The period that a time falls in; undefined before the program's start. */
export function periodOf(
  { start, period }: Terms,
  time: bigint,
): { readonly number: number; readonly ends: number } | undefined {
  if (time < start) return undefined;
  const number = Math.floor((Number(time) - start) / period);
  return { number, ends: start + (number + 1) * period };
}
