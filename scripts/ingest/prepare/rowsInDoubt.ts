import type { Doubt } from "../facts/Doubt.ts";
import type { SetAside, Why } from "../facts/SetAside.ts";

/**
 * The rows that doubts are about: in review, until something has decided them.
 * @param decidedBy What has; undefined where nothing has.
 */
export function rowsInDoubt(
  doubts: readonly Doubt[],
  decidedBy: (doubt: Doubt) => string | undefined,
): SetAside[] {
  return doubts.flatMap((doubt) => {
    const { row, rule, reason } = doubt;
    if (row === undefined) return [];
    const by = decidedBy(doubt);
    const why: Why =
      by === undefined
        ? { verdict: "review", rule, reason }
        : { verdict: "exclude", rule, reason: `decided by ${by}` };
    return [{ ...row.line, ...why }];
  });
}
