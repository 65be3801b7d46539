import { type Address, zeroAddress } from "viem";
import type { Currency } from "../../currency/Currency.ts";
import { WAYS } from "../../deal/POWERS.ts";
import type { Time } from "../../deal/Terms.ts";
import { openPlan } from "../../equity/openPlan.ts";
import { PLAN_POWERS } from "../../equity/PLAN_POWERS.ts";
import type { FreedMoney, Grant, PlanBooks } from "../../equity/PlanBooks.ts";
import type { PlanSettings } from "../../equity/PlanSettings.ts";
import { BrokenHistoryError } from "../BrokenHistoryError.ts";
import type { PlanProposals } from "./PlanProposal.ts";

/** A grant, with what its arithmetic does not need. */
export interface LedgerGrant {
  readonly id: bigint;
  readonly grant: Grant;
  holder: Address;
  move: { readonly to: Address; readonly from: Time; readonly until: Time } | undefined;
  /** From when on its offer can be taken. */
  offeredFrom: Time;
  /** Until when called units wait for an exit. */
  calledUntil: Time;
  /** By currency: the base before the leave, by which a call is priced. */
  entries: readonly bigint[];
}

/** A plan's money in one currency, beside its level. */
export interface PlanMoneyBook {
  readonly currency: Currency;
  counted: bigint;
  tax: bigint;
  offered: bigint;
  /** The level as a period began, of those in which it moved. */
  readonly marks: Map<number, bigint>;
}

/** A payment that others events may follow. */
interface LastPayment {
  readonly grant: LedgerGrant;
  readonly currency: number;
  /** Of what vested units earned. */
  readonly earned: bigint;
  /** What of it is to be withheld, and no event has told. */
  untold: bigint;
}

/** What an event says, or an answer, that the arithmetic does not. */
interface PlanDisagreement {
  readonly what: string;
  /** Undefined where it is no money. */
  readonly currency: Currency | undefined;
  readonly expected: bigint;
  readonly found: bigint;
}

/** A plan as its events tell it. */
export interface PlanLedger {
  readonly settings: PlanSettings;
  readonly books: PlanBooks;
  readonly grants: LedgerGrant[];
  /** By currency. */
  readonly money: readonly PlanMoneyBook[];
  /** Who has each power, in the contract's order. */
  readonly powers: Address[];
  proposals: PlanProposals;
  readonly sources: { readonly program: Address; readonly line: bigint }[];
  /** The exit that was announced, in effect or not, and by which power. */
  exit: { readonly at: Time; readonly by: number } | undefined;
  /** Votes by whom they are delegated to. */
  readonly votes: Map<Address, bigint>;
  /** What was freed ahead of the event that tells why. */
  readonly early: FreedMoney[];
  last: LastPayment | undefined;
  /** Told by a call, ahead of the event that ends it; by currency. */
  told: bigint[];
  readonly disagreements: PlanDisagreement[];
}

export function createPlanLedger(
  settings: PlanSettings,
  currencies: readonly Currency[],
): PlanLedger {
  return {
    settings,
    books: openPlan(settings),
    ...{ grants: [], sources: [], powers: PLAN_POWERS.map(() => zeroAddress) },
    proposals: PLAN_POWERS.map(() => WAYS.map(() => undefined)),
    money: currencies.map((currency) => ({
      ...{ currency, counted: 0n, tax: 0n, offered: 0n },
      marks: new Map(),
    })),
    exit: undefined,
    ...{ votes: new Map(), early: [], last: undefined },
    told: currencies.map(() => 0n),
    disagreements: [],
  };
}

/** What events do is done to an entry: the ledger, at the time of the event's block. */
export interface PlanEntry {
  readonly ledger: PlanLedger;
  readonly time: Time;
}

export function grantOf({ grants }: PlanLedger, id: bigint): LedgerGrant {
  const grant = grants[Number(id) - 1];
  if (grant === undefined) throw new BrokenHistoryError(`an event of grant ${id}, which is none`);
  return grant;
}

/** The place of a currency. */
export function placeOfCurrency({ money }: PlanLedger, address: Address): number {
  const index = money.findIndex(({ currency }) => currency.address === address);
  if (index < 0) throw new BrokenHistoryError(`money in ${address}, which is no currency of it`);
  return index;
}

export function moneyAt({ money }: PlanLedger, index: number): PlanMoneyBook {
  const book = money[index];
  if (book === undefined) throw new RangeError(`a plan of ${money.length} currencies`);
  return book;
}

/** Notes an amount that is not as it should be. */
export function disagree(
  { disagreements, money }: PlanLedger,
  what: string,
  { currency, expected, found }: { currency?: number; expected: bigint; found: bigint },
): void {
  if (expected === found) return;
  const of = currency === undefined ? undefined : money[currency]?.currency;
  disagreements.push({ what, currency: of, expected, found });
}
