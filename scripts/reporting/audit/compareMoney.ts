import { erc20Abi } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { ETHER } from "../../../core/currency/ETHER.ts";
import { isGuaranteed } from "../../../core/deal/isGuaranteed.ts";
import { EMPTY_CLAUSE_BOOK } from "../../../core/deal/Settlement.ts";
import { accountOf } from "../../../core/ledger/accountOf.ts";
import type { Books, CurrencyBook } from "../../../core/ledger/Books.ts";
import type { History } from "../../../core/ledger/History.ts";
import { lineEarningsOf } from "../../../core/ledger/lineEarningsOf.ts";
import { FOR_MILESTONES } from "../../../core/ledger/lineEvents.ts";
import { project } from "../../../core/ledger/project.ts";
import { reserveIn } from "../../../core/ledger/reserveIn.ts";
import { residualOf } from "../../../core/ledger/residualOf.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import { sum } from "../../../core/money/sum.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { Comparison } from "./Comparison.ts";

/** Compares funds, frozen money, reserves, totals and the token's own balance of every currency. */
export async function compareMoney(
  comparison: Comparison,
  program: Program,
  books: Books,
  { block, time }: History,
): Promise<void> {
  for (const book of books.currencies.values()) {
    const { currency } = book;
    const read = await balanceOf(program, currency, block).then(
      (balance) => ({ balance }),
      (error: unknown) => ({ error }),
    );
    const owed = book.received - book.paidOut;
    comparison.ask("solvency", [], (solvency) => {
      const shown = solvency[currency.index];
      comparison.amount("all that is owed", currency, owed, shown?.owed ?? 0n);
      comparison.amount("funds", currency, book.funds, shown?.funds ?? 0n);
      const claims = sumOfClaims(books, book, time);
      comparison.amount("sum of what each is owed", currency, owed, claims);
      if (shown?.answers === false) {
        comparison.silent.push(currency.symbol);
        return;
      }
      // The program was told its balance: that the token could not be asked is the node's failure.
      if ("error" in read) throw read.error;
      const { balance } = read;
      comparison.amount("balance", currency, balance, shown?.balance ?? 0n);
      // Solvent: what the token says must cover what is owed.
      if (balance < owed)
        comparison.amount("balance that covers what is owed", currency, owed, balance);
    });
    comparison.ask("frozenOf", [currency.address], (frozen) => {
      comparison.amount("frozen in disputes", currency, frozenIn(books, book, time), frozen);
    });
    compareReserves(comparison, books, book, time);
  }
}

/** Compares the reserve of each line that has or may have one, and that of milestones. */
function compareReserves(
  comparison: Comparison,
  books: Books,
  book: CurrencyBook,
  time: number,
): void {
  const { currency, milestones, settlement } = book;
  for (const [index, line] of termsAt(books, time).standing.entries()) {
    if (!isGuaranteed(line, currency.index)) continue;
    const { reserve: expected } = settlement.state.clauses.get(index) ?? EMPTY_CLAUSE_BOOK;
    comparison.ask("reserveOf", [BigInt(index), currency.address], ([reserve]) => {
      comparison.amount(`reserve of ${line.name}`, currency, expected, reserve);
    });
  }
  const { funded, owed } = milestones;
  comparison.ask("reserveOf", [FOR_MILESTONES, currency.address], ([reserve, missing]) => {
    comparison.amount("reserve of milestones", currency, funded - owed, reserve - missing);
  });
}

/** What the token itself, or the chain for ETH, says the program has. */
async function balanceOf(
  { chain, address }: Program,
  currency: Currency,
  blockNumber: bigint,
): Promise<bigint> {
  if (currency.address === ETHER) return chain.client.getBalance({ address, blockNumber });
  return chain.client.readContract({
    address: currency.address,
    abi: erc20Abi,
    functionName: "balanceOf",
    args: [address],
    blockNumber,
  });
}

/** Everything that somebody can or will be able to take out. */
function sumOfClaims(books: Books, book: CurrencyBook, now: number): bigint {
  const terms = termsAt(books, now);
  // Reserves as they are once all that is locked is settled.
  let claims =
    book.funds +
    book.waiting +
    book.offered +
    reserveIn(book, project(books, book, now).locked.state);
  for (const party of book.parties.values()) {
    const { held, claimable, frozen } = accountOf(terms, party, now);
    claims += held + claimable + frozen;
  }
  for (const [index] of terms.standing.entries()) {
    const { held, locked } = lineEarningsOf(books, book, index, now);
    claims += held + locked - (book.lineSettled.get(index) ?? 0n);
  }
  const residual = residualOf(books, book, now);
  return claims + residual.held + residual.locked - book.residualSettled;
}

function frozenIn(books: Books, book: CurrencyBook, now: number): bigint {
  const terms = termsAt(books, now);
  return sum([...book.parties.values()].map((party) => accountOf(terms, party, now).frozen));
}
