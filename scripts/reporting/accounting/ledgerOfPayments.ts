import type { TaxYear } from "../reports/buildTaxYear.ts";
import type { Fiat } from "../reports/Fiat.ts";
import type { AccountingEntry, Ledger } from "./AccountingEntry.ts";

/** What parties were paid, as entries of the account that the operator pays from: the very amounts of the tax file. */
export function ledgerOfPayments({ payments, until }: TaxYear, fiat: Fiat): Ledger {
  const entries = payments.flatMap(
    ({ partner, wallet, currency, time, withheld, inFiat }): AccountingEntry[] => {
      if (inFiat === undefined || inFiat.gross === 0n) return [];
      const tax = withheld === 0n ? "" : ", a part of it to the tax account";
      return [
        {
          ...{ kind: "paid", time, amount: -inFiat.gross, payee: partner, reference: wallet },
          description: `payment of ${currency.symbol} to ${partner}${tax}`,
        },
      ];
    },
  );
  return { fiat, entries, until };
}
