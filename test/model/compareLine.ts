import { claimAll } from "../../scripts/lib/model/claimAll.ts";
import { settleLine } from "../../scripts/lib/model/settleLine.ts";
import { standingEarnings } from "../../scripts/lib/model/standingEarnings.ts";
import { statementOf } from "../../scripts/lib/model/statementOf.ts";
import { errorNameOf } from "./errorNameOf.ts";
import { expectEqual } from "./expectEqual.ts";
import type { Subject } from "./openProgram.ts";
import { picked } from "./picked.ts";
import { TRANSACTION } from "./transaction.ts";

/** Settles a standing line, or settles it and pays its holder. */
export async function compareLine(
  subject: Subject,
  how: "settle" | "claimLine",
  lineSeed: number,
  currency: number,
): Promise<void> {
  const { chain, program, books, now, balance } = subject;
  if (books.terms.standing.length === 0) return;
  const line = lineSeed % books.terms.standing.length;
  const holder = picked(books.terms.standing, line).holder;
  const { index, address } = picked(subject.currencies, currency);
  const { locked, settled } = standingEarnings(books, line, index, now);
  const due = locked - settled + statementOf(books, holder, index, now).claimable;
  const outcome = await chain.wallet.arbiter
    .writeContract({
      ...program,
      functionName: how === "settle" ? "settleLine" : "claimLine",
      args: [BigInt(line), address],
      ...TRANSACTION,
    })
    .then(() => "done", errorNameOf);
  const isDone = how === "settle" || due > 0n;
  expectEqual(how, isDone ? "done" : "Program_NothingToClaim", outcome);
  if (!isDone) return;
  settleLine(books, line, index, now);
  if (how === "settle") return;
  balance.set(index, (balance.get(index) ?? 0n) - claimAll(books, holder, index, now));
}
