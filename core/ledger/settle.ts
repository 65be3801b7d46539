import { type Address, zeroAddress } from "viem";
import { type CurrencyBook, partyOf, type Source } from "./Books.ts";
import { BrokenHistoryError } from "./BrokenHistoryError.ts";

export interface Settled {
  readonly source: Source;
  readonly amount: bigint;
  readonly time: number;
}

/** Makes an amount an address's to claim. */
export function settle(
  book: CurrencyBook,
  address: Address,
  { source, amount, time }: Settled,
): void {
  if (address === zeroAddress)
    throw new BrokenHistoryError("something is owed to the zero address");
  const party = partyOf(book, address);
  const { settled, paid, movements } = party.settled.get(source) ?? {
    settled: 0n,
    paid: 0n,
    movements: [],
  };
  party.settled.set(source, {
    settled: settled + amount,
    paid,
    movements: [...movements, { time, kind: "earned", amount }],
  });
}
