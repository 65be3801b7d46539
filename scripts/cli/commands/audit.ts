import { TributaryError } from "../../../core/TributaryError.ts";
import { counted } from "../../../core/text/counted.ts";
import { printable } from "../../../core/text/printable.ts";
import { type KnownLogs, readHistory } from "../../chain/history/readHistory.ts";
import type { Program } from "../../chain/openProgram.ts";
import { HistoryFolder } from "../../history/HistoryFolder.ts";
import { createProgress } from "../../Progress.ts";
import { auditProgram } from "../../reporting/audit/auditProgram.ts";
import { describeDuplicates } from "../../reporting/audit/describeDuplicates.ts";
import type { EvidenceSummary } from "../../reporting/audit/evidence/EvidenceCheck.ts";
import { loadEvidence } from "../../reporting/audit/evidence/loadEvidence.ts";
import { programCommand } from "../programCommand.ts";

/** `audit`: recomputes everything from the chain's events, and its evidence where that is given, and compares. */
export default programCommand<"evidence" | "history">(async (program, options) => {
  const progress = createProgress();
  const history = await readHistory(program, await readFiles(program, options.history));
  const evidence =
    options.evidence === undefined
      ? undefined
      : await loadEvidence(options.evidence, history, progress);
  const audit = await auditProgram(program, history, { progress, evidence });
  const { sales, partners, balances } = audit.checked;
  const differences = audit.differences.map(
    ({ what, expected, found }) => `  ${printable(what)}: expected ${expected}, found ${found}`,
  );
  const verdict = audit.equal
    ? "All of it is equal."
    : `${differences.length} differences:\n${differences.join("\n")}`;
  return {
    json: { block: Number(history.block), ...audit },
    text: [
      `Recomputed ${counted(sales, "sale")}, ${counted(partners, "partner")} and ${counted(balances, "balance")} from ${counted(history.events.length, "event")} up to block ${history.block}.`,
      ...describeDuplicates(audit.duplicates ?? []),
      ...(audit.evidence === undefined ? [] : tellEvidence(audit.evidence)),
      verdict,
    ].join(" "),
    failed: !audit.equal,
  };
});

/** The events that a folder of `history sync` has. */
async function readFiles(
  { chain, address }: Program,
  path: string | undefined,
): Promise<KnownLogs | undefined> {
  if (path === undefined) return undefined;
  const folder = await HistoryFolder.open(path, { chainId: chain.chainId, address });
  const last = folder.parts.at(-1);
  if (last !== undefined) return { to: BigInt(last.to), logs: await folder.readAll() };
  throw new TributaryError(`The folder ${path} has no history.`, {
    todo: "Make one: `history sync --program … --out …`; or leave --history out, then all is read from the RPC.",
  });
}

function tellEvidence({ sales, refunds, notPosted, notRefunded }: EvidenceSummary): string[] {
  return [
    `Attributed ${counted(sales, "sale")} anew and compared ${counted(refunds, "refund")}, from the evidence of their batches.`,
    ...waiting("sales", "posted", notPosted),
    ...waiting("refunds", "made", notRefunded),
  ];
}

function waiting(what: string, done: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const some = names.slice(0, 5).map(printable).join(", ");
  return [`${names.length} ${what} of the evidence are not ${done} (${some}).`];
}
