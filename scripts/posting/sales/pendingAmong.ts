import type { Hex } from "viem";
import type { MadeRefund } from "./findChanged.ts";
import type { ListedRefund } from "./readRefundsFile.ts";
import { withAmountsDue } from "./withAmountsDue.ts";

/** Those that are not among the made ones, with what each has to reverse. */
export function pendingAmong(
  file: readonly ListedRefund[],
  refunds: readonly ListedRefund[],
  made: ReadonlyMap<Hex, MadeRefund>,
): ListedRefund[] {
  const asked = new Set(refunds.map(({ id }) => id));
  return withAmountsDue(file, made).filter(
    ({ id, amount }) => asked.has(id) && amount > 0n && !made.has(id),
  );
}
