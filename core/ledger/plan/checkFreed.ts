import { disagree, type PlanLedger } from "./PlanLedger.ts";

/** Compares what events tell of freed money with what was worked out, as far as both are known. */
export function checkFreed(ledger: PlanLedger): void {
  const { books, early } = ledger;
  for (;;) {
    const [expected] = books.freed;
    const [found] = early;
    if (expected === undefined || found === undefined) return;
    books.freed.shift();
    early.shift();
    const { currency } = expected;
    if (currency !== found.currency) {
      const places = { expected: BigInt(currency), found: BigInt(found.currency) };
      disagree(ledger, "currency of freed money", places);
      continue;
    }
    disagree(ledger, "freed money", { currency, expected: expected.amount, found: found.amount });
    disagree(ledger, "level of the plan", { expected: expected.level, found: found.level });
  }
}

/** Once a transaction is over, what one of both knows alone is a disagreement. */
export function endFreed(ledger: PlanLedger): void {
  const { books, early } = ledger;
  for (const { currency, amount } of books.freed.splice(0))
    disagree(ledger, "freed money", { currency, expected: amount, found: 0n });
  for (const { currency, amount } of early.splice(0))
    disagree(ledger, "freed money", { currency, expected: 0n, found: amount });
}
