import { formatUnits } from "viem";
import type { Terms } from "../../../core/deal/Terms.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import type { Credit } from "./parseCredits.ts";
import type { ListedSale } from "./readSalesFile.ts";

/** What of a sale decides who gets what, field by field, as the journal keeps it of what it posts. */
export type SaleContent = Readonly<Record<ContentField, string>>;

export type ContentField = (typeof CONTENT_FIELDS)[number];

export const CONTENT_FIELDS = ["kind", "currency", "amount", "occurred_at", "credits"] as const;

/** Texts are the same where they mean the same: 49 and 49.00, weights of 1:1 and 3:3, credits in any order. */
export function contentOf(sale: ListedSale, { kinds }: Pick<Terms, "kinds">): SaleContent {
  const { row, kind, currency, amount, occurredAt } = sale;
  return {
    kind: kinds[kind] ?? row.get("kind"),
    currency: currency.symbol,
    amount: formatUnits(amount, currency.decimals),
    occurred_at: formatIsoTime(occurredAt),
    credits: creditsText(sale.credits),
  };
}

function creditsText(credits: readonly Credit[]): string {
  return credits
    .map(({ partnerName, roleName, role, weight }) => {
      const own = credits.filter((other) => other.role === role);
      const divisor = own.reduce((most, other) => commonDivisor(most, other.weight), 0);
      return `${partnerName}:${roleName}:${weight / divisor}`;
    })
    .sort()
    .join(";");
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
