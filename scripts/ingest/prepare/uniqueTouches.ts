import { TributaryError } from "../../../core/TributaryError.ts";
import type { Touch } from "../facts/Touch.ts";

/** Each touch once: two with one id have to be the same, and two without an id that are the same are one. */
export function uniqueTouches(touches: readonly Touch[]): Touch[] {
  const known = new Map<string, Touch>();
  for (const touch of touches) {
    const key = touch.id === "" ? contentOf(touch) : `id ${touch.id}`;
    const first = known.get(key);
    if (first === undefined) known.set(key, touch);
    else if (contentOf(first) !== contentOf(touch)) throw differing(first, touch);
  }
  return [...known.values()];
}

function contentOf({ customer, partner, role, channel, occurredAt }: Touch): string {
  return JSON.stringify([customer, partner, role, channel, occurredAt]);
}

function differing(first: Touch, other: Touch): TributaryError {
  return new TributaryError(`The touchpoint "${first.id}" is told twice, and not the same.`, {
    found: `one at ${first.from} and another at ${other.from}`,
    todo: "Correct one of the two, or leave one out; nothing was written.",
  });
}
