import { UNTIL } from "./FIELDS.ts";
import type { Field, Intent } from "./Intent.ts";

/** What is signed for others to post: each is good once, until its deadline. */
export function sign(
  intent: string,
  fields: Readonly<Record<string, Field>>,
  hidden: readonly string[] = [],
): Intent {
  return { intent, fields: { ...fields, deadline: UNTIL }, hidden: [...hidden, "nonce"] };
}
