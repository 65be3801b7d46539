import { addGrant } from "../../equity/grantUnits.ts";
import { pauseGrant, resumeGrant } from "../../equity/pauseGrant.ts";
import { BrokenHistoryError } from "../BrokenHistoryError.ts";
import type { PlanHandlers } from "./PlanHandlers.ts";
import { disagree, grantOf } from "./PlanLedger.ts";

type Names =
  | ("Granted" | "Paused" | "Resumed" | "WithholdingChanged" | "SourceAdded")
  | ("MoveProposed" | "MoveCancelled" | "Moved" | "DelegateVotesChanged");

/** Grants, their clocks and holders, and votes. */
export const grantEvents: PlanHandlers<Names> = {
  Granted({ ledger }, { id, holder, terms: { start: starts, agreement: _, ...terms } }) {
    const next = BigInt(ledger.grants.length) + 1n;
    if (id !== next) throw new BrokenHistoryError(`grant ${id} where grant ${next} is next`);
    ledger.grants.push({
      ...{ id, holder, grant: addGrant(ledger.books, { ...terms, starts }), move: undefined },
      ...{ offeredFrom: 0, calledUntil: 0, entries: [] },
    });
  },
  Paused({ ledger, time }, { id }) {
    pauseGrant(ledger.books, grantOf(ledger, id).grant, time);
  },
  Resumed({ ledger, time }, { id, shift }) {
    const { grant } = grantOf(ledger, id);
    resumeGrant(ledger.books, grant, time);
    const seconds = { expected: BigInt(grant.shift), found: BigInt(shift) };
    disagree(ledger, `seconds that grant ${id} was paused for`, seconds);
  },
  WithholdingChanged({ ledger }, { id, rate: withholding }) {
    const { grant } = grantOf(ledger, id);
    grant.terms = { ...grant.terms, withholding };
  },
  SourceAdded({ ledger }, source) {
    ledger.sources.push(source);
  },
  MoveProposed({ ledger }, { id, to, from, until }) {
    grantOf(ledger, id).move = { to, from, until };
  },
  MoveCancelled({ ledger }, { id }) {
    grantOf(ledger, id).move = undefined;
  },
  Moved({ ledger }, { id, to }) {
    const entry = grantOf(ledger, id);
    entry.move = undefined;
    entry.holder = to;
    entry.grant.terms = { ...entry.grant.terms, holder: to };
  },
  DelegateVotesChanged({ ledger }, { delegate, newVotes }) {
    ledger.votes.set(delegate, newVotes);
  },
};
