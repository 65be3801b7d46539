import { earningsOf } from "@core/equity/earningsOf";
import { levelIn } from "@core/equity/levelIn";
import type { PlanLedger } from "@core/ledger/plan/PlanLedger";
import type { PlanEvent } from "@core/logs/decodePlanEvents";
import { greater } from "@core/money/greater";
import { sum } from "@core/money/sum";
import { shortenHex } from "@core/text/shortenHex";
import type { Address } from "viem";
import { Flows } from "./Flows";
import type { MoneyFlow } from "./MoneyFlow";

const PLAN = "program";

/** What the chart takes beside the plan's events. */
interface PlanFlowInput {
  readonly ledger: PlanLedger;
  readonly events: readonly PlanEvent[];
  /** The currency's place. */
  readonly place: number;
  /** What a node reads for the plan itself. */
  readonly name: string;
  /** What programs paid to the plan, by line. */
  readonly sources: readonly { readonly name: string; readonly paid: bigint }[];
  /** What arrived and is not shared yet. */
  readonly arrived: bigint;
  /** For what is earned until then. */
  readonly time: number;
}

/**
 * The way of one currency's money: programs and whoever else paid → the plan → classes, the treasury, what waits → holders. What rounding
 * leaves in the plan, below one unit for each sharing, is in no link.
 */
export function planFlowOf(input: PlanFlowInput): MoneyFlow {
  const { ledger, place, name, arrived } = input;
  const flows = new Flows();
  addSources(flows, input);
  flows.addNode({ id: PLAN, stage: "program", name });
  addGrants(flows, input);
  const { treasury, waiting } = levelIn(ledger.books, place);
  const paid = paidOut(input, "TreasuryPaid");
  addEnd(flows, "treasury", "the treasury", treasury + paid);
  addEnd(flows, "waiting", "waits for a class to take part", waiting);
  addEnd(flows, "unshared", "arrived, not shared yet", arrived);
  const total = flows.into(PLAN);
  flows.mergeSmallParties();
  return { total, ...flows.drawn() };
}

function addSources(flows: Flows, input: PlanFlowInput): void {
  const { sources, arrived } = input;
  const shared = paidOut(input, "Shared") + arrived;
  for (const [index, source] of sources.entries())
    addIn(flows, `source:${index}`, source.name, source.paid);
  const others = greater(0n, shared - sum(sources.map(({ paid }) => paid)));
  addIn(flows, "others", sources.length === 0 ? "payments" : "other payments", others);
  addIn(flows, "calls", "calls of units", paidOut(input, "CallPaid"));
  addIn(flows, "offers", "offers taken back", paidOut(input, "OfferWithdrawn"));
}

function addIn(flows: Flows, id: string, name: string, amount: bigint): void {
  flows.addNode({ id: `in:${id}`, stage: "kind", name });
  flows.pass(`in:${id}`, PLAN, amount);
}

function addEnd(flows: Flows, id: string, name: string, amount: bigint): void {
  flows.addNode({ id: `end:${id}`, stage: "line", name });
  flows.pass(PLAN, `end:${id}`, amount);
}

/** What each grant earned, whether it was paid or not; what was withheld of it is the tax account's. */
function addGrants(flows: Flows, { ledger, place, time }: PlanFlowInput): void {
  for (const { grant, holder } of ledger.grants) {
    const { held, payable, owed, paid } = earningsOf(ledger.books, grant, place, time);
    const earned = held + payable + owed + paid;
    const withheld = grant.books[place]?.withheld ?? 0n;
    const id = `class:${grant.terms.class}`;
    flows.addNode({ id, stage: "line", name: `class ${grant.terms.class}` });
    flows.pass(PLAN, id, earned);
    flows.pass(id, addParty(flows, holder), earned - withheld);
    flows.addNode({ id: "party:tax", stage: "party", name: "tax account" });
    flows.pass(id, "party:tax", withheld);
  }
}

function addParty(flows: Flows, address: Address): string {
  const id = `party:${address}`;
  flows.addNode({ id, stage: "party", name: shortenHex(address), address });
  return id;
}

/** The sum of what some events tell in the currency. */
function paidOut(
  { ledger, events, place }: PlanFlowInput,
  name: "Shared" | "TreasuryPaid" | "CallPaid" | "OfferWithdrawn",
): bigint {
  const currency = ledger.money[place]?.currency.address;
  return sum(
    events.flatMap(({ eventName, args }) =>
      eventName === name && "currency" in args && args.currency === currency
        ? [amountIn(args)]
        : [],
    ),
  );
}

function amountIn(args: object): bigint {
  const amount = "amount" in args ? args.amount : "price" in args ? args.price : 0n;
  return typeof amount === "bigint" ? amount : 0n;
}
