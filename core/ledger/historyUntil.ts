import type { History } from "./History.ts";

/** What had happened before a time, as it stood then. */
export function historyUntil(history: History, time: number): History {
  if (time > history.time) return history;
  return { ...history, time, events: history.events.filter((event) => event.time < time) };
}
