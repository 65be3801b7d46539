import { BrokenHistoryError } from "../books/BrokenHistoryError.ts";
import type { History } from "../books/History.ts";
import type { Program } from "../chain/openProgram.ts";
import type { Progress } from "../cli/Progress.ts";
import { Comparison } from "./Comparison.ts";
import { checkEvents } from "./checkEvents.ts";
import { compareAccounts } from "./compareAccounts.ts";
import { compareLines } from "./compareLines.ts";
import { compareMoney } from "./compareMoney.ts";
import { comparePartners } from "./comparePartners.ts";
import { compareRevenue, compareSales } from "./compareRecords.ts";
import { compareTerms } from "./compareTerms.ts";
import type { Difference } from "./Difference.ts";

export interface Audit {
  readonly equal: boolean;
  readonly checked: {
    readonly sales: number;
    readonly partners: number;
    readonly balances: number;
  };
  readonly differences: readonly Difference[];
}

/**
 * Rebuilds every balance from the program's events with arithmetic of its own, checks each sale against the terms in force
 * then, and compares all of it with what the contract and the tokens say at the same block.
 */
export async function auditProgram(
  program: Program,
  history: History,
  progress?: Progress,
): Promise<Audit> {
  try {
    return await compareAll(program, history, progress);
  } catch (error) {
    if (!(error instanceof BrokenHistoryError)) throw error;
    const difference = {
      what: "events",
      expected: "events that agree with each other",
      found: error.message,
    };
    return {
      equal: false,
      checked: { sales: 0, partners: 0, balances: 0 },
      differences: [difference],
    };
  }
}

async function compareAll(
  program: Program,
  history: History,
  progress: Progress | undefined,
): Promise<Audit> {
  const { books, differences: inEvents } = checkEvents(program, history);
  const comparison = new Comparison(program, history.block);
  for (const { what, currency, expected, found } of books.disagreements)
    comparison.amount(what, currency, expected, found);
  await compareMoney(comparison, program, books, history);
  const accounts = compareAccounts(comparison, program, books, history);
  const settlements = compareLines(comparison, books, history);
  compareSales(comparison, books);
  comparePartners(comparison, books, history);
  compareRevenue(comparison, books);
  compareTerms(comparison, books, history);
  await comparison.run(progress);
  const differences = [...inEvents, ...comparison.differences];
  return {
    equal: differences.length === 0,
    checked: {
      sales: books.sales.size,
      partners: books.members.size,
      balances: accounts + settlements,
    },
    differences,
  };
}
