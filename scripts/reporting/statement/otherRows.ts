import type { Address } from "viem";
import type { Terms } from "../../../core/deal/Terms.ts";
import type { CurrencyBook, Source } from "../../../core/ledger/Books.ts";
import type { StatementRow } from "./StatementRow.ts";
import { settledIn, settledLedger } from "./settledIn.ts";

/** What is owed for other reasons: sold lines, payments given back to customers, and the tax account. */
export function otherRows(
  terms: Terms,
  book: CurrencyBook,
  period: number | undefined,
): StatementRow[] {
  return [...book.parties].flatMap(([wallet, party]) =>
    [...party.settled].flatMap(([key, settled]) => {
      const known = ownerOf(terms, wallet, key);
      if (known === undefined) return [];
      const { earned, claimed } = settledIn(terms, [settled], period);
      const row: StatementRow = {
        ...known,
        wallet,
        currency: book.currency,
        ...{ earned, reversed: 0n, held: 0n, frozen: 0n, withheld: 0n },
        ...{ locked: earned, claimed, claimable: earned - claimed },
      };
      return [
        period === undefined ? row : { ...row, ledger: settledLedger(terms, [settled], period) },
      ];
    }),
  );
}

function ownerOf(
  { standing }: Terms,
  wallet: Address,
  key: Source,
): Pick<StatementRow, "partner" | "source"> | undefined {
  if (key === "returned") return { partner: wallet, source: "returned" };
  if (key === "funds") return { partner: "treasury", source: "funds" };
  if (key === "withheld") return { partner: "tax account", source: "withheld" };
  if (!key.startsWith("buyout:")) return undefined;
  const index = Number(key.slice("buyout:".length));
  return { partner: standing[index]?.name ?? key, source: "buyout" };
}
