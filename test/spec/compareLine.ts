import { isConditional } from "../../core/deal/isConditional.ts";
import { claimAll } from "../../core/spec/claimAll.ts";
import { claimableOf } from "../../core/spec/claimableOf.ts";
import { mostSettled } from "../../core/spec/mostSettled.ts";
import { settleLine } from "../../core/spec/settleLine.ts";
import { settleResidual } from "../../core/spec/settleResidual.ts";
import { waitsToAccept } from "../../core/spec/waitsToAccept.ts";
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
  const { holder } = picked(books.terms.standing, line);
  const { index, address } = picked(subject.currencies, currency);
  const trial = structuredClone(books);
  settle({ ...subject, books: trial }, line, index);
  const due = claimableOf(trial, holder, index, now);
  const outcome = await chain.wallet.arbiter
    .writeContract({
      ...program,
      functionName: how === "settle" ? "settleLine" : "claimLine",
      args: [BigInt(line), address],
      ...TRANSACTION,
    })
    .then(() => "done", errorNameOf);
  const isDone = how === "settle" || due > 0n;
  expectEqual(how, isDone ? "done" : refusalFor(subject, holder), outcome);
  if (!isDone) return;
  settle(subject, line, index);
  if (how === "settle") return;
  balance.set(index, (balance.get(index) ?? 0n) - claimAll(books, holder, index, now));
}

/** A line with clauses is settled with the residual. */
function settle({ chain, books, now }: Subject, line: number, currency: number): void {
  if (!isConditional(picked(books.terms.standing, line))) {
    settleLine(books, line, currency, now);
    return;
  }
  const treasury = chain.wallet.treasury.account.address;
  settleResidual(books, { treasury, currency, segments: mostSettled(books.terms) }, now);
}

function refusalFor({ books }: Subject, party: string): string {
  return waitsToAccept(books, party) ? "Program_NotAccepted" : "Program_NothingToClaim";
}
