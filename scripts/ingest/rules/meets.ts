import { parseUnits } from "viem";
import { foldText } from "../../../core/text/foldText.ts";
import { parseTime } from "../../../core/text/parseTime.ts";
import type { SaleFact } from "../facts/SaleFact.ts";
import { worthOf } from "../facts/worthOf.ts";
import { fits, type Patterns } from "./fits.ts";

/** What a sale has to be; all that is named has to fit. */
export interface SaleCondition {
  readonly sale?: Patterns;
  readonly customer?: Patterns;
  readonly kind?: Patterns;
  readonly product?: Patterns;
  readonly currency?: Patterns;
  readonly code?: Patterns;
  readonly attributes?: Readonly<Record<string, Patterns>>;
  readonly amount?: { readonly from?: string; readonly below?: string };
  readonly occurred?: { readonly from?: string; readonly before?: string };
  readonly existing?: boolean;
  readonly disputed?: boolean;
  readonly first_payment?: boolean;
}

/** What a sale cannot tell of itself. */
export interface Surroundings {
  /** Whether the customer was one before. */
  readonly isExisting: boolean;
  /** Whether a dispute is open. */
  readonly isDisputed: boolean;
  /** Whether it is its customer's first, as far as the inputs tell. */
  readonly isFirstPayment: boolean;
}

/** Whether a sale meets a condition. */
export function meets(sale: SaleFact, condition: SaleCondition, around: Surroundings): boolean {
  const { existing = around.isExisting, disputed = around.isDisputed } = condition;
  const { first_payment: firstPayment = around.isFirstPayment } = condition;
  return (
    namesFit(sale, condition) &&
    existing === around.isExisting &&
    disputed === around.isDisputed &&
    firstPayment === around.isFirstPayment &&
    amountFits(sale, condition.amount) &&
    timeFits(sale, condition.occurred)
  );
}

function namesFit(sale: SaleFact, condition: SaleCondition): boolean {
  const { attributes = {} } = condition;
  const asked: [readonly string[], Patterns | undefined][] = [
    [[sale.id], condition.sale],
    [sale.customers, asCustomers(condition.customer)],
    [[sale.kind], condition.kind],
    [[sale.product], condition.product],
    [[sale.conversion?.currency ?? sale.currency], condition.currency],
    [sale.codes.map(foldText), each(condition.code, foldText)],
    ...Object.entries(attributes).map(([name, patterns]): [string[], Patterns] => [
      [sale.attributes[name] ?? ""],
      patterns,
    ]),
  ];
  return asked.every(
    ([texts, patterns]) => patterns === undefined || texts.some((text) => fits(text, patterns)),
  );
}

/** E-mail addresses are known in small letters. */
function asCustomers(patterns: Patterns | undefined): Patterns | undefined {
  return each(patterns, (pattern) => (pattern.includes("@") ? pattern.toLowerCase() : pattern));
}

function each(
  patterns: Patterns | undefined,
  change: (pattern: string) => string,
): Patterns | undefined {
  if (patterns === undefined) return undefined;
  return typeof patterns === "string" ? change(patterns) : patterns.map(change);
}

/** In the program's currency: of a sale that has no amount in it none fits. */
function amountFits(sale: SaleFact, range: SaleCondition["amount"]): boolean {
  if (range === undefined) return true;
  if (sale.unconverted !== undefined) return false;
  const { amount, decimals } = worthOf(sale);
  // In 18 decimals, as many as a rule may have.
  const scaled = amount * 10n ** BigInt(18 - decimals);
  const { from = "0", below } = range;
  return scaled >= parseUnits(from, 18) && (below === undefined || scaled < parseUnits(below, 18));
}

function timeFits({ occurredAt }: SaleFact, range: SaleCondition["occurred"]): boolean {
  if (range === undefined) return true;
  const from = range.from === undefined ? 0 : (parseTime(range.from) ?? 0);
  const before = range.before === undefined ? undefined : parseTime(range.before);
  return occurredAt >= from && (before === undefined || occurredAt < before);
}
