import { toText } from "./compileSources.ts";

/** Source on one line, for lists. */
export function oneLine(bytes: string): string {
  return toText(bytes).replaceAll(/\s+/g, " ").trim();
}
