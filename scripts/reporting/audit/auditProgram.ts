import { BrokenHistoryError } from "../../../core/ledger/BrokenHistoryError.ts";
import type { History } from "../../../core/ledger/History.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { Progress } from "../../Progress.ts";
import { Comparison } from "./Comparison.ts";
import { checkEvents } from "./checkEvents.ts";
import { compareAccounts } from "./compareAccounts.ts";
import { compareHistory } from "./compareHistory.ts";
import { compareLanes } from "./compareLanes.ts";
import { compareLines } from "./compareLines.ts";
import { compareMoney } from "./compareMoney.ts";
import { comparePartners } from "./comparePartners.ts";
import { comparePowers } from "./comparePowers.ts";
import { compareRevenue, compareSales } from "./compareRecords.ts";
import { compareTerms } from "./compareTerms.ts";
import type { Difference } from "./Difference.ts";
import { EvidenceCheck, type EvidenceSummary } from "./evidence/EvidenceCheck.ts";
import type { LoadedEvidence } from "./evidence/loadEvidence.ts";
import { type ToldDuplicate, tellDuplicates } from "./tellDuplicates.ts";

export interface Audit {
  readonly equal: boolean;
  readonly checked: {
    readonly sales: number;
    readonly partners: number;
    readonly balances: number;
  };
  readonly differences: readonly Difference[];
  /** Currencies whose tokens no longer answer: their balances could not be compared. */
  readonly silent?: readonly string[];
  /** Where sales stand twice: no difference, for the program holds them too. */
  readonly duplicates?: readonly ToldDuplicate[];
  /** Where it was compared with evidence. */
  readonly evidence?: EvidenceSummary;
}

export interface AuditOptions {
  readonly progress?: Progress;
  /** What the batches commit to: attribution is recomputed from it and compared as well. */
  readonly evidence?: LoadedEvidence | undefined;
}

/**
 * Rebuilds every balance from the program's events with arithmetic of its own, checks each sale against the terms in force
 * then, and compares all of it with what the contract and the tokens say at the same block.
 */
export async function auditProgram(
  program: Program,
  history: History,
  options: AuditOptions = {},
): Promise<Audit> {
  try {
    return await compareAll(program, history, options);
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
  { progress, evidence }: AuditOptions,
): Promise<Audit> {
  const check = evidence && new EvidenceCheck(evidence, program.currencies);
  const { books, differences: inEvents } = checkEvents(program, history, check);
  const inEvidence = check?.finish(books);
  const comparison = new Comparison(program, programAbi, history.block);
  for (const { what, currency, expected, found } of books.disagreements)
    comparison.amount(what, currency, expected, found);
  await compareMoney(comparison, program, books, history);
  const accounts = compareAccounts(comparison, program, books, history);
  const settlements = compareLines(comparison, books, history);
  compareSales(comparison, books);
  compareLanes(comparison, books, history);
  compareHistory(comparison, program, books, history);
  comparePartners(comparison, books, history);
  compareRevenue(comparison, books);
  compareTerms(comparison, books, history);
  comparePowers(comparison, books);
  await comparison.run(progress);
  const duplicates = tellDuplicates(books, history.time);
  const differences = [
    ...(evidence?.differences ?? []),
    ...inEvents,
    ...(inEvidence?.differences ?? []),
    ...comparison.differences,
  ];
  return {
    equal: differences.length === 0,
    checked: {
      sales: books.sales.size,
      partners: books.members.size,
      balances: accounts + settlements,
    },
    differences,
    ...(comparison.silent.length > 0 && { silent: comparison.silent }),
    ...(duplicates.length > 0 && { duplicates }),
    ...(inEvidence && { evidence: inEvidence.summary }),
  };
}
