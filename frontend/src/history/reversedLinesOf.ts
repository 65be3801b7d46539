import type { Ledger } from "@core/ledger/Ledger";
import { linesOf, type PartyLine } from "@core/ledger/linesOf";
import type { Address } from "viem";

/** A party's lines in a currency of which refunds, or that their sale is void, took something back. */
export function reversedLinesOf(
  ledger: Ledger,
  party: Address,
  currency: Address,
): readonly PartyLine[] {
  return linesOf(ledger, party).filter(
    ({ sale, reversed }) => sale.currency === currency && reversed > 0n,
  );
}
