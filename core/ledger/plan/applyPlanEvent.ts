import { EquityError } from "../../equity/EquityError.ts";
import type { PlanEvent, PlanEventName } from "../../logs/decodePlanEvents.ts";
import { BrokenHistoryError } from "../BrokenHistoryError.ts";
import type { Timed } from "../History.ts";
import { buyoutEvents } from "./buyoutEvents.ts";
import { grantEvents } from "./grantEvents.ts";
import { leaveEvents } from "./leaveEvents.ts";
import { markLevels } from "./levelSince.ts";
import { moneyEvents } from "./moneyEvents.ts";
import type { PlanHandlers } from "./PlanHandlers.ts";
import { disagree, type PlanEntry, type PlanLedger } from "./PlanLedger.ts";
import { powerEvents } from "./powerEvents.ts";

function nothing(): void {
  // Redirected payments and who delegates to whom move nothing.
}

/** Every event by its name: one that is missing here does not compile. */
const HANDLERS: PlanHandlers<PlanEventName> = {
  ...grantEvents,
  ...moneyEvents,
  ...leaveEvents,
  ...buyoutEvents,
  ...powerEvents,
  ClaimRedirected: nothing,
  DelegateChanged: nothing,
  Initialized: nothing,
  EIP712DomainChanged: nothing,
};

/** Enters an event into a plan's ledger. Events must come in order. */
export function applyPlanEvent(ledger: PlanLedger, { event, time }: Timed<PlanEvent>): void {
  passPlanTime(ledger, time);
  if (event.eventName !== "Withheld") tellUntold(ledger);
  const levels = ledger.books.levels.map(({ level }) => level);
  // Safe: the handler is the one of this event's name.
  const handle = HANDLERS[event.eventName] as (entry: PlanEntry, args: unknown) => void;
  try {
    handle({ ledger, time }, event.args);
  } catch (error) {
    if (!(error instanceof EquityError)) throw error;
    throw new BrokenHistoryError(`${event.eventName}: ${error.message}`);
  }
  markLevels(ledger, levels, time);
}

/** What comes of time alone: an exit that was announced is in effect. */
export function passPlanTime({ books, exit }: PlanLedger, time: number): void {
  books.exit = exit !== undefined && exit.at <= time ? exit.at : undefined;
}

/** What is withheld is told right behind the payment that it is of. */
function tellUntold(ledger: PlanLedger): void {
  const { last } = ledger;
  if (last === undefined || last.untold === 0n) return;
  const { currency, untold: expected } = last;
  disagree(ledger, `what was withheld of grant ${last.grant.id}`, {
    currency,
    expected,
    found: 0n,
  });
  last.untold = 0n;
}
