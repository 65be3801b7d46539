import { counted } from "../../core/text/counted.ts";
import { printable } from "../../core/text/printable.ts";
import type { UnreadEvents } from "./facts/UnreadEvents.ts";

/** How many kinds are named. */
const NAMED = 12;

/** Events of kinds that are not read, for people: nothing where there are none. */
export function describeUnread(unread: readonly UnreadEvents[]): string[] {
  if (unread.length === 0) return [];
  const count = unread.reduce((sum, one) => sum + one.count, 0);
  const names = unread.slice(0, NAMED).map(({ type, count: own }) => {
    const times = own === 1 ? "" : ` (${own})`;
    return `${printable(type)}${times}`;
  });
  const others = unread.length - names.length;
  if (others > 0) names.push(counted(others, "other kind"));
  return [`${counted(count, "event")} of kinds that are not read: ${names.join(", ")}.`];
}
