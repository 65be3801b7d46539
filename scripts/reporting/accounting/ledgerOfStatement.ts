import type { Rates } from "../../files/rates/readRates.ts";
import type { Fiat } from "../reports/Fiat.ts";
import type { PartnerStatement, StatementEntry } from "../reports/PartnerStatement.ts";
import type { AccountingEntry, EntryKind, Ledger } from "./AccountingEntry.ts";
import { FiatAccount } from "./FiatAccount.ts";

interface Part {
  readonly kind: EntryKind;
  readonly amount: bigint;
}

/** A party's statement as entries of an account that stands for what the program owes it. */
export function ledgerOfStatement(
  { programName, lines, until }: PartnerStatement,
  fiat: Fiat,
  rates: Rates,
): Ledger {
  const account = new FiatAccount(fiat, rates);
  const entries = lines.flatMap((line) =>
    partsOf(line).flatMap(({ kind, amount }): AccountingEntry[] => {
      const { time, currency, sale, transaction } = line;
      const added = account.add(amount, currency, time);
      if (added === 0n) return [];
      const reference = sale?.name ?? transaction ?? "";
      const common = { kind, time, payee: programName, reference };
      return [{ ...common, amount: added, description: wordsOf(line, kind) }];
    }),
  );
  return { fiat, entries, until };
}

/** Of a payment what was withheld went elsewhere. */
function partsOf({ amount, withheld }: StatementEntry): Part[] {
  if (withheld === undefined)
    return amount === 0n ? [] : [{ kind: amount < 0n ? "reversed" : "earned", amount }];
  const parts: Part[] = [
    { kind: "paid", amount: amount + withheld },
    { kind: "withheld", amount: -withheld },
  ];
  return parts.filter((part) => part.amount !== 0n);
}

function wordsOf({ what, sale }: StatementEntry, kind: EntryKind): string {
  if (kind === "withheld") return "payment to the tax account";
  return sale === undefined ? what : `${what} ${sale.name} (${sale.kind}) as ${sale.role}`;
}
