import { type Address, erc20Abi } from "viem";
import { accountOf } from "../books/accountOf.ts";
import { type Books, type CurrencyBook, currencyBook } from "../books/Books.ts";
import type { History } from "../books/History.ts";
import { lineEarningsOf } from "../books/lineEarningsOf.ts";
import { residualOf } from "../books/residualOf.ts";
import type { Currency } from "../chain/Currency.ts";
import { ETHER } from "../chain/ETHER.ts";
import type { Program } from "../chain/openProgram.ts";
import type { Terms } from "../terms/ParsedTerms.ts";
import type { Comparison } from "./Comparison.ts";

/** Compares funds, totals and the token's own balance of every currency. */
export async function compareMoney(
  comparison: Comparison,
  program: Program,
  books: Books,
  history: History,
): Promise<void> {
  const balances = await Promise.all(
    program.currencies.map((currency) => balanceOf(program, currency, history.block)),
  );
  comparison.ask("solvency", [], (solvency) => {
    for (const [index, currency] of program.currencies.entries()) {
      const book = currencyBook(books, currency.address);
      const balance = balances[index] ?? 0n;
      const shown = solvency[currency.index];
      const owed = book.received - book.paidOut;
      comparison.amount("all that is owed", currency, owed, shown?.owed ?? 0n);
      comparison.amount("funds", currency, book.funds, shown?.funds ?? 0n);
      comparison.amount("balance", currency, balance, shown?.balance ?? 0n);
      comparison.amount(
        "sum of what each is owed",
        currency,
        owed,
        sumOfClaims(program.terms, book, history.time),
      );
      // Solvent: what the token says must cover what is owed.
      if (balance < owed)
        comparison.amount("balance that covers what is owed", currency, owed, balance);
    }
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
function sumOfClaims(terms: Terms, book: CurrencyBook, now: number): bigint {
  let sum = book.funds + book.waiting;
  for (const party of book.parties.values()) {
    const { held, claimable } = accountOf(terms, party, now);
    sum += held + claimable;
  }
  for (const [index] of terms.standing.entries()) {
    const { held, locked } = lineEarningsOf(terms, book, index, now);
    sum += held + locked - (book.lineSettled.get(index) ?? 0n);
  }
  const residual = residualOf(terms, book, now);
  return sum + residual.held + residual.locked - book.residualSettled;
}

/** Compares what every address has earned and been paid. Returns how many balances were compared. */
export function compareAccounts(
  comparison: Comparison,
  program: Program,
  books: Books,
  { time }: History,
): number {
  const { terms, currencies } = program;
  const addresses = new Set<Address>([
    ...books.partners.keys(),
    ...terms.standing.map(({ holder }) => holder),
    terms.treasury,
  ]);
  for (const { parties } of books.currencies.values())
    for (const address of parties.keys()) addresses.add(address);
  for (const currency of currencies) {
    const { parties } = currencyBook(books, currency.address);
    for (const address of addresses) {
      const party = parties.get(address);
      const name = books.partners.get(address)?.name ?? address;
      const expected = accountOf(terms, party, time);
      comparison.ask("account", [address, currency.address], (found) => {
        for (const field of [
          "earned",
          "reversed",
          "held",
          "locked",
          "claimed",
          "claimable",
        ] as const) {
          comparison.amount(`${name}: ${field}`, currency, expected[field], found[field]);
        }
      });
      for (const [period, credit] of party?.credits ?? []) {
        comparison.ask("statement", [address, currency.address, BigInt(period)], (found) => {
          comparison.amount(
            `${name}: earned in period ${period}`,
            currency,
            credit.earned,
            found.earned,
          );
          comparison.amount(
            `${name}: reversed in period ${period}`,
            currency,
            credit.reversed,
            found.reversed,
          );
        });
      }
    }
  }
  return addresses.size * currencies.length;
}

/** Compares standing lines and the residual. Returns how many balances were compared. */
export function compareSettlements(
  comparison: Comparison,
  program: Program,
  books: Books,
  { time }: History,
): number {
  const { terms, currencies } = program;
  for (const currency of currencies) {
    const book = currencyBook(books, currency.address);
    for (const [index, line] of terms.standing.entries()) {
      const expected = lineEarningsOf(terms, book, index, time);
      const unsettled = expected.locked - (book.lineSettled.get(index) ?? 0n);
      comparison.ask("lineEarnings", [BigInt(index), currency.address], ([held, locked]) => {
        // The view walks so many segments only; what it has not reached it still counts as held.
        comparison.amount(
          `${line.name}: held and not settled`,
          currency,
          expected.held + unsettled,
          held + locked,
        );
        if (locked > unsettled)
          comparison.amount(`${line.name}: locked and not settled`, currency, unsettled, locked);
      });
    }
    const residual = residualOf(terms, book, time);
    comparison.ask("residualEarnings", [currency.address, 2n ** 64n], (locked) => {
      comparison.amount(
        "residual: locked and not settled",
        currency,
        residual.locked - book.residualSettled,
        locked,
      );
    });
  }
  return currencies.length * (terms.standing.length + 1);
}
