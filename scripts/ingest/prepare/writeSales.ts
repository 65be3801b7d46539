import { formatUnits } from "viem";
import { toIsoTime } from "../../../core/text/toIsoTime.ts";
import { writeCsv } from "../../files/table/writeCsv.ts";
import type { SaleFact } from "../facts/SaleFact.ts";

const FIELDS = ["sale_id", "customer_id", "kind", "amount", "currency", "occurred_at", "product"];

/**
 * Writes a sales file, with credits where any are known, and with how amounts were converted where any was.
 * @param named The name to write for a customer's.
 */
export async function writeSales(
  file: string,
  sales: readonly SaleFact[],
  named: (name: string) => string,
): Promise<void> {
  const hasCredits = sales.some(({ credits }) => credits !== "");
  const isConverted = sales.some(({ derivation }) => derivation !== undefined);
  const rows = sales.values().map((sale) => {
    const { id, kind, amount, decimals, currency, occurredAt, product, credits } = sale;
    return [
      ...[id, named(sale.customers[0] ?? ""), kind, formatUnits(amount, decimals), currency],
      ...[toIsoTime(occurredAt), product],
      ...(hasCredits ? [credits] : []),
      ...(isConverted ? [sale.derivation ?? ""] : []),
    ];
  });
  const header = [
    ...FIELDS,
    ...(hasCredits ? ["credits"] : []),
    ...(isConverted ? ["conversion"] : []),
  ];
  await writeCsv(file, header, rows);
}
