import type { History } from "../../../core/ledger/History.ts";
import { parsePeriod } from "../../../core/ledger/parsePeriod.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import { readHistory } from "../../chain/history/readHistory.ts";
import type { Program } from "../../chain/openProgram.ts";
import { accountsIn } from "./accountsIn.ts";
import type { PartnerStatement } from "./PartnerStatement.ts";
import { parseMonth } from "./parseMonth.ts";
import { type Span, spanOfPeriod } from "./Span.ts";
import { statementEntriesIn } from "./statementEntriesIn.ts";

export interface StatementQuery {
  readonly partner: string;
  readonly period: string | undefined;
  readonly month: string | undefined;
}

/** A partner's statement of a period, a calendar month or all time. */
export async function buildPartnerStatement(
  program: Program,
  { partner, period, month }: StatementQuery,
): Promise<PartnerStatement> {
  const history = await readHistory(program);
  const span = spanOf(program, history.time, period, month);
  refuseOutside(span, history);
  const { until, accounts } = accountsIn(program, history, partner, span);
  return {
    program: program.address,
    programName: program.terms.name,
    chainId: program.chain.chainId,
    partner,
    span,
    until,
    accounts,
    lines: statementEntriesIn(program, history, accounts, span),
  };
}

function spanOf(
  { terms }: Program,
  now: number,
  period: string | undefined,
  month: string | undefined,
): Span {
  if (period !== undefined && month !== undefined) {
    throw new TributaryError("Both --period and --month are given.", { todo: "Give one of them." });
  }
  if (month !== undefined) return parseMonth(month);
  const number = parsePeriod(period, terms, now);
  if (number !== undefined) return spanOfPeriod(terms, number);
  return { label: "All time", from: 0, to: now + 1 };
}

/** A span that ends before the program began, or begins after now, has no statement. */
function refuseOutside({ label, from, to }: Span, { events, time }: History): void {
  const created = events[0]?.time ?? time;
  if (to > created && from <= time) return;
  throw new TributaryError(`There is nothing to tell of ${label}.`, {
    allowed: `${formatIsoTime(created)}, when the program was created, to ${formatIsoTime(time)}`,
  });
}
