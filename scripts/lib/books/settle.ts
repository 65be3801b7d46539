import { type Address, zeroAddress } from "viem";
import { type CurrencyBook, partyOf, type Source } from "./Books.ts";
import { BrokenHistoryError } from "./BrokenHistoryError.ts";

/** Makes an amount an address's to claim. */
export function settle(book: CurrencyBook, address: Address, source: Source, amount: bigint): void {
  if (address === zeroAddress)
    throw new BrokenHistoryError("something is owed to the zero address");
  const party = partyOf(book, address);
  const known = party.settled.get(source) ?? { settled: 0n, paid: 0n, movements: [] };
  party.settled.set(source, { ...known, settled: known.settled + amount });
}
