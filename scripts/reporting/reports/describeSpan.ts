import { formatInstant } from "../../../core/text/formatInstant.ts";
import type { Span } from "./Span.ts";

/**
 * A span in words: which time is in it and which is not, and how far it is known where it is not over.
 * @param until Up to when the chain was read.
 */
export function describeSpan({ label, from, to }: Span, until: number): string {
  const begins = from === 0 ? "from the beginning" : `from ${formatInstant(from)}`;
  const ends =
    until < to ? `as it stands at ${formatInstant(until)}` : `to before ${formatInstant(to)}`;
  return `${label}, ${begins} ${ends}`;
}
