import type { Currency } from "../../../currency/Currency.ts";
import type { Time } from "../../../deal/Terms.ts";
import { bookOf } from "../../../equity/bookOf.ts";
import { earningsOf } from "../../../equity/earningsOf.ts";
import type { PlanSettings } from "../../../equity/PlanSettings.ts";
import { vestedUnits } from "../../../equity/vestedUnits.ts";
import type { PlanEvent } from "../../../logs/decodePlanEvents.ts";
import type { PlanHistory } from "../PlanHistory.ts";
import { type LedgerGrant, moneyAt, type PlanLedger } from "../PlanLedger.ts";
import { rebuildPlan } from "../rebuildPlan.ts";
import type { GrantMoney, PlanStatement, PlanStatementEntry } from "./PlanStatement.ts";
import { WORDS } from "./WORDS.ts";

/** A plan, as its statement needs to know it. */
interface PlanTold {
  readonly settings: PlanSettings;
  /** In the settings' order. */
  readonly currencies: readonly Currency[];
}

/**
 * What grants earned, were paid, hold and are owed, from the plan's events.
 * @param told Whose days are told one by one.
 */
export function buildPlanStatement(
  { settings, currencies }: PlanTold,
  history: PlanHistory,
  told: ReadonlySet<bigint>,
): PlanStatement {
  const entries: PlanStatementEntry[] = [];
  const tellEarned = createTeller(entries);
  const ledger = rebuildPlan(settings, currencies, history, (now, happened) => {
    for (const grant of now.grants) {
      if (!told.has(grant.id)) continue;
      entries.push(...ofGrant(now, grant, happened));
      tellEarned(now, grant, happened.time);
    }
  });
  const { time } = history;
  const rows = ledger.grants.flatMap((grant) =>
    currencies.map((currency, index) => ({
      ...{ ...standing(ledger, grant, time), ...moneyOf(ledger, grant, index, time) },
      ...{ holder: grant.holder, currency, withheld: bookOf(grant.grant, index).withheld },
    })),
  );
  return { rows, entries };
}

/** Tells, after each event, what a grant has earned or lost by it. */
function createTeller(entries: PlanStatementEntry[]) {
  /** By grant and currency: what it had earned by the event before. */
  const earned = new Map<string, bigint>();
  return (now: PlanLedger, grant: LedgerGrant, time: Time): void => {
    for (const [index, { currency }] of now.money.entries()) {
      const money = moneyOf(now, grant, index, time);
      const key = `${grant.id} ${index}`;
      const amount = money.earned - (earned.get(key) ?? 0n);
      earned.set(key, money.earned);
      if (amount === 0n) continue;
      const what = amount > 0n ? "earned" : "lost";
      entries.push({ ...standing(now, grant, time), what, money: { ...money, currency, amount } });
    }
  };
}

interface Happened {
  readonly event: PlanEvent;
  readonly time: Time;
}

/** What an event says of a grant by its number. */
function ofGrant(
  ledger: PlanLedger,
  grant: LedgerGrant,
  { event, time }: Happened,
): PlanStatementEntry[] {
  const what = WORDS[event.eventName];
  if (what === undefined || !("id" in event.args) || event.args.id !== grant.id) return [];
  const index = ledger.money.findIndex(
    ({ currency }) => "currency" in event.args && currency.address === event.args.currency,
  );
  const amount = amountIn(event);
  const place = standing(ledger, grant, time);
  if (index < 0 || amount === undefined) return [{ ...place, what, money: undefined }];
  const { currency } = moneyAt(ledger, index);
  const money = { ...moneyOf(ledger, grant, index, time), currency, amount };
  return [{ ...place, what, money }];
}

function amountIn({ args }: PlanEvent): bigint | undefined {
  if ("amount" in args) return args.amount;
  return "price" in args ? args.price : undefined;
}

function standing({ books }: PlanLedger, { id, grant }: LedgerGrant, time: Time) {
  return { time, id, units: grant.units, vested: vestedUnits(books, grant, time) };
}

function moneyOf(
  { books }: PlanLedger,
  { grant }: LedgerGrant,
  index: number,
  time: Time,
): GrantMoney {
  const { held, payable, owed, paid } = earningsOf(books, grant, index, time);
  return { ...{ held, payable, owed, paid }, earned: held + payable + owed + paid };
}
