import { outstandingOf } from "../../../core/equity/outstandingOf.ts";
import type { PlanLedger } from "../../../core/ledger/plan/PlanLedger.ts";
import type { PlanComparison } from "./PlanComparison.ts";

/** Compares units, the exit, sources and votes. */
export function comparePlan(comparison: PlanComparison, ledger: PlanLedger): void {
  const { books, settings } = ledger;
  comparison.ask("overview", [], (found) => {
    comparison.equal("grants", ledger.grants.length, Number(found.grants));
    comparison.equal("outstanding units", outstandingOf(books), found.outstanding);
    for (const [group, units] of books.classes.entries())
      comparison.equal(`units of class ${group}`, units, found.byClass[group] ?? 0n);
    comparison.equal("exit", BigInt(ledger.exit?.at ?? 0), found.exitAt);
    if (ledger.exit !== undefined)
      comparison.equal("who announced the exit", ledger.exit.by, found.exitBy);
    const sources = found.sources.map(({ program, line }) => `${program} ${line}`).join(", ");
    const told = ledger.sources.map(({ program, line }) => `${program} ${line}`).join(", ");
    comparison.equal("sources", told, sources);
    // What is outstanding never passes what is authorised.
    if (found.outstanding > settings.authorised)
      comparison.equal("authorised units", settings.authorised, found.outstanding);
  });
  for (const [account, votes] of ledger.votes) {
    comparison.ask("getVotes", [account], (found) => {
      comparison.equal(`votes of ${account}`, votes, found);
    });
  }
}
