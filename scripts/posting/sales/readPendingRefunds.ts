import type { Program } from "../../chain/openProgram.ts";
import { readMadeRefunds } from "./readMadeRefunds.ts";
import type { ListedRefund } from "./readRefundsFile.ts";
import { withAmountsDue } from "./withAmountsDue.ts";

/** Those that are not made, with what each has to reverse. */
export async function readPendingRefunds(
  program: Program,
  file: readonly ListedRefund[],
  refunds: readonly ListedRefund[],
): Promise<ListedRefund[]> {
  const made = await readMadeRefunds(program);
  const asked = new Set(refunds.map(({ id }) => id));
  return withAmountsDue(file, made).filter(
    ({ id, amount }) => asked.has(id) && amount > 0n && !made.has(id),
  );
}
