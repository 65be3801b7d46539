import type { Address } from "viem";
import { accountOf } from "../../../core/ledger/accountOf.ts";
import type { Books, CurrencyBook } from "../../../core/ledger/Books.ts";
import type { History } from "../../../core/ledger/History.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import { sum } from "../../../core/money/sum.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { Comparison } from "./Comparison.ts";

const FIELDS = ["held", "locked", "claimed", "claimable"] as const;

/** Compares what every address has earned and been paid. Returns how many balances were compared. */
export function compareAccounts(
  comparison: Comparison,
  { terms }: Program,
  books: Books,
  { time }: History,
): number {
  const addresses = new Set<Address>([
    ...books.members.keys(),
    ...terms.standing.map(({ holder }) => holder),
    terms.treasury,
  ]);
  for (const { parties } of books.currencies.values())
    for (const address of parties.keys()) addresses.add(address);
  for (const book of books.currencies.values())
    for (const address of addresses) compareAccount(comparison, books, book, address, time);
  return addresses.size * books.currencies.size;
}

function compareAccount(
  comparison: Comparison,
  books: Books,
  book: CurrencyBook,
  address: Address,
  time: number,
): void {
  const { currency } = book;
  const party = book.parties.get(address);
  const member = books.members.get(address);
  const name = member?.name ?? address;
  const expected = accountOf(termsAt(books, time), party, time);
  comparison.ask("account", [address, currency.address], (found) => {
    comparison.amount(`${name}: earned`, currency, netOf(expected), found.net);
    for (const field of FIELDS)
      comparison.amount(`${name}: ${field}`, currency, expected[field], found[field]);
  });
  if (member !== undefined) {
    comparison.ask("withheldOf", [address, currency.address], (found) => {
      comparison.amount(
        `${name}: withheld`,
        currency,
        sum(party?.withheld.map(({ amount }) => amount) ?? []),
        found,
      );
    });
  }
  for (const [period, credit] of party?.credits ?? []) {
    comparison.ask("statement", [address, currency.address, BigInt(period)], (found) => {
      const what = `${name}: earned in period ${period}`;
      comparison.amount(what, currency, netOf(credit), found.net);
    });
  }
}

/** The program keeps what was earned less what was taken back; how much of each the events alone tell. */
function netOf({ earned, reversed }: { readonly earned: bigint; readonly reversed: bigint }) {
  return earned - reversed;
}
