import { zeroAddress } from "viem";
import { WAYS } from "../../../core/deal/POWERS.ts";
import type { Time } from "../../../core/deal/Terms.ts";
import { PLAN_POWERS } from "../../../core/equity/PLAN_POWERS.ts";
import type { PlanLedger } from "../../../core/ledger/plan/PlanLedger.ts";
import type { PlanProposal } from "../../../core/ledger/plan/PlanProposal.ts";
import type { PlanComparison } from "./PlanComparison.ts";

const NOTHING: PlanProposal = { to: zeroAddress, by: 0, from: 0, until: 0 };

/** Compares who has each power, and who is to have it next. */
export function comparePowers(comparison: PlanComparison, ledger: PlanLedger, now: Time): void {
  for (const [power, name] of PLAN_POWERS.entries()) {
    comparison.ask("powerState", [power], ({ holder, lastAct, proposals }) => {
      comparison.equal(`holder of the power of the ${name}`, ledger.powers[power], holder);
      for (const [way, wayName] of WAYS.entries()) {
        const found = proposals[way] ?? NOTHING;
        const told = ledger.proposals[power]?.[way];
        if (told === "untold") continue;
        const waits = told !== undefined && now < told.until;
        // Not every act of an operator is told: the plan says when it last acted, which ends a notice to it.
        const isSilent =
          name !== "operator" || wayName !== "notice" || isSilentSince(told, lastAct);
        compareProposal(comparison, `${wayName} of the power of the ${name}`, {
          expected: waits && isSilent ? told : NOTHING,
          found,
        });
      }
    });
  }
}

/** Whether the operator has not acted since it was proposed to replace it: as long before `from` as `until` is after it. */
function isSilentSince(proposal: PlanProposal | undefined, lastAct: Time): boolean {
  return proposal !== undefined && lastAct < 2 * proposal.from - proposal.until;
}

function compareProposal(
  comparison: PlanComparison,
  what: string,
  { expected, found }: { expected: PlanProposal; found: PlanProposal },
): void {
  comparison.equal(`next holder, ${what}`, expected.to, found.to);
  comparison.equal(`who proposed, ${what}`, expected.by, found.by);
  comparison.equal(`start, ${what}`, expected.from, found.from);
  comparison.equal(`end, ${what}`, expected.until, found.until);
}
