import type { Beginning } from "../facts/Beginning.ts";
import type { Doubt } from "../facts/Doubt.ts";
import { groupBy } from "../facts/groupBy.ts";
import type { Inputs } from "../facts/Inputs.ts";
import type { SaleFact } from "../facts/SaleFact.ts";
import type { SetAside } from "../facts/SetAside.ts";
import type { Touch } from "../facts/Touch.ts";
import type { UnreadEvents } from "../facts/UnreadEvents.ts";
import type { Mapping } from "../mapping/Mapping.ts";
import { mapSale } from "../mapping/mapSale.ts";
import { findExisting } from "../rules/findExisting.ts";
import { findFirstPayments } from "../rules/findFirstPayments.ts";
import type { Rules } from "../rules/Rules.ts";
import type { Nobody } from "./describeNobody.ts";
import { findDecided } from "./findDecided.ts";
import { type JoinedCustomers, joinCustomers } from "./joinCustomers.ts";
import { joinNames } from "./joinNames.ts";
import { judgeSales } from "./judgeSales.ts";
import { kindsByMoney } from "./kindsByMoney.ts";
import { mergeRefunds } from "./mergeRefunds.ts";
import { mergeSales } from "./mergeSales.ts";
import { nameCustomers } from "./nameCustomers.ts";
import { prepareTouches } from "./prepareTouches.ts";
import type { Refund } from "./Refund.ts";
import { rowsInDoubt } from "./rowsInDoubt.ts";
import { sortRefunds } from "./sortRefunds.ts";
import { splitByCurrency } from "./splitByCurrency.ts";
import { toSetAside } from "./toSetAside.ts";

export interface PrepareParameters {
  readonly mapping: Mapping;
  readonly rules: Rules;
  /** Seconds by which clocks may differ. */
  readonly skew: number;
}

/** What is to be attributed and posted, and what is not. */
export interface Prepared {
  readonly sales: readonly SaleFact[];
  readonly refunds: readonly Refund[];
  readonly touches: readonly Touch[];
  readonly setAside: readonly SetAside[];
  /** The one name of each customer. */
  readonly nameOf: (name: string) => string;
  /** How many tellings were of a sale that was told before. */
  readonly repeated: number;
  /** How many visits came by no partner's link. */
  readonly otherVisits: number;
  readonly nobody: Nobody;
  /** Events of kinds that nobody reads. */
  readonly unread: readonly UnreadEvents[];
}

const INVOICE = {
  verdict: "review",
  rule: "(invoice)",
  reason:
    "it is paid by or as an invoice, which tells the sale once it is paid in full; have Stripe send invoice.paid and invoice_payment.paid",
} as const;

/** Makes what sources tell into touchpoints, sales and refunds. The order of the inputs plays no part. */
export function prepareInputs(inputs: Inputs, parameters: PrepareParameters): Prepared {
  const { mapping, rules, skew } = parameters;
  const named = nameCustomers(inputs, mapping);
  const groupOf = joinNames(
    [...named.sales, ...named.awaiting].map(({ id, same }) => [id, ...same]),
  );
  const merged = mergeSales(named.sales, groupOf);
  const { idOf, isTold, doubts: differing, repeated } = merged;
  const known = [...merged.sales.map(({ customers }) => customers), ...named.groups];
  const people = joinCustomers(known, named.same);
  // Of inputs names are compared already; a mapping's and rules' are as they are written.
  const nameOf = (name: string) => people.nameOf(named.customerOf(name));
  const names = groupBy(new Set([...known, ...named.same].flat()), people.nameOf);
  const withNames = <Fact extends Beginning | SaleFact>(fact: Fact) =>
    withAllNames(fact, names, people);
  const sales = merged.sales.map(withNames);
  const isFirstPayment = findFirstPayments(sales, rules, nameOf);
  const told = kindsByMoney(sales, named.begun.map(withNames), nameOf).map((sale) =>
    mapSale(sale, mapping, isFirstPayment(sale)),
  );
  const disputed = new Set([...inputs.disputed].map(idOf));
  const isExisting = findExisting(told, rules, nameOf);
  const decided = findDecided(inputs.doubts, inputs.refunds, idOf);
  const coded = new Set(told.filter(({ codes }) => codes.length > 0).map(({ id }) => id));
  const hasCodes = (mapping.codes ?? []).length > 0;
  const isOpen = (doubt: Doubt) =>
    doubt.isOfCodes ? hasCodes && !coded.has(idOf(doubt.saleId)) : !decided.has(doubt);
  const doubts = groupBy([...inputs.doubts.filter(isOpen), ...differing], ({ saleId }) =>
    idOf(saleId),
  );
  const around = (sale: SaleFact) => ({
    isExisting: isExisting(sale),
    isDisputed: disputed.has(sale.id),
    isFirstPayment: isFirstPayment(sale),
  });
  const judged = judgeSales(told, rules, around, doubts);
  const split = splitByCurrency(inputs.refunds, sales, idOf, mapping);
  const refunds = sortRefunds(mergeRefunds(split.refunds, idOf), told, judged);
  const touches = prepareTouches(named, judged.sales, mapping, skew, nameOf);
  return {
    sales: touches.sales,
    refunds: refunds.refunds,
    touches: touches.touches,
    setAside: [
      ...inputs.setAside,
      ...named.awaiting.filter(({ id }) => !isTold(id)).map((sale) => toSetAside(sale, INVOICE)),
      ...judged.setAside.values(),
      ...rowsInDoubt(
        inputs.doubts,
        (doubt) => decided.get(doubt) ?? judged.decided.get(idOf(doubt.saleId)),
      ),
      ...split.setAside,
      ...refunds.setAside,
      ...touches.setAside,
      ...people.setAside,
    ],
    nameOf,
    repeated,
    otherVisits: touches.otherVisits,
    nobody: touches.nobody,
    unread: inputs.unread,
  };
}

/** With every name of its customer, so that a rule may go by any of them, and first one that is its own. */
function withAllNames<Fact extends Beginning | SaleFact>(
  fact: Fact,
  names: ReadonlyMap<string, readonly string[]>,
  { nameOf, sorted }: JoinedCustomers,
): Fact {
  const own = sorted(fact.customers);
  const [first] = own;
  if (first === undefined) return fact;
  return { ...fact, customers: [...new Set([...own, ...(names.get(nameOf(first)) ?? [])])] };
}
