import { bookOf } from "../../equity/bookOf.ts";
import { LEAVES } from "../../equity/LEAVES.ts";
import { lapseContingent } from "../../equity/lapseContingent.ts";
import { leavePlan } from "../../equity/leavePlan.ts";
import { PLAN_POWERS } from "../../equity/PLAN_POWERS.ts";
import { BrokenHistoryError } from "../BrokenHistoryError.ts";
import { checkFreed } from "./checkFreed.ts";
import type { PlanHandlers } from "./PlanHandlers.ts";
import { disagree, grantOf } from "./PlanLedger.ts";

const OPERATOR = PLAN_POWERS.indexOf("operator");
const ARBITER = PLAN_POWERS.indexOf("arbiter");

type Names =
  | ("LeaveAnnounced" | "LeaveWithdrawn" | "Left" | "Lapsed")
  | ("ExitDeclared" | "ExitVetoed");

/** Leaving, and exits. */
export const leaveEvents: PlanHandlers<Names> = {
  LeaveAnnounced({ ledger }, { id, kind: number, date: at }) {
    const kind = LEAVES[number];
    if (kind === undefined) throw new BrokenHistoryError(`a leave of grant ${id} of no kind`);
    grantOf(ledger, id).grant.leaving = { kind, at };
  },
  LeaveWithdrawn({ ledger }, { id }) {
    grantOf(ledger, id).grant.leaving = undefined;
  },
  Left({ ledger }, { id, kept, contingent, lost }) {
    const entry = grantOf(ledger, id);
    const { grant } = entry;
    const { leaving, units } = grant;
    if (leaving === undefined)
      throw new BrokenHistoryError(`grant ${id} left, and no leave was announced`);
    entry.entries = ledger.money.map((_, currency) => bookOf(grant, currency).base);
    leavePlan(ledger.books, grant, leaving.kind, leaving.at);
    const waits = grant.contingent;
    const expected = { kept: grant.units - waits, lost: units - grant.units };
    disagree(ledger, `units that grant ${id} keeps`, { expected: expected.kept, found: kept });
    disagree(ledger, `units of grant ${id} that wait`, { expected: waits, found: contingent });
    disagree(ledger, `units that grant ${id} loses`, { expected: expected.lost, found: lost });
    checkFreed(ledger);
  },
  Lapsed({ ledger }, { id, units }) {
    const { grant } = grantOf(ledger, id);
    const expected = grant.contingent;
    disagree(ledger, `units of grant ${id} that waited in vain`, { expected, found: units });
    lapseContingent(ledger.books, grant);
    checkFreed(ledger);
  },
  ExitDeclared({ ledger }, { date, by }) {
    // Who is both speaks as the operator.
    const power = ledger.powers.indexOf(by);
    if (power !== OPERATOR && power !== ARBITER)
      throw new BrokenHistoryError(`an exit that ${by} announced, who may not`);
    ledger.exit = { at: date, by: power };
  },
  ExitVetoed({ ledger }) {
    ledger.exit = undefined;
  },
};
