import type { Address } from "viem";
import type { Books } from "../../../core/ledger/Books.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import type { Party } from "./Notice.ts";

/** Who an address is: a partner or pool, the holder of standing lines, or nobody with a name. */
export function partyAt(books: Books, time: number, wallet: Address): Party {
  const partner = books.members.get(wallet)?.name;
  const line = termsAt(books, time).standing.find(({ holder }) => holder === wallet)?.name;
  return { name: partner ?? line ?? wallet, wallet };
}
