import type { Address, Hex } from "viem";
import type { BatchSale } from "../../../core/batches/Batch.ts";
import type { Currency } from "../../../core/currency/Currency.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { ListedSale } from "./readSalesFile.ts";

/** Sales that batches can hold together: of one currency. */
export interface PostingGroup {
  readonly currency: Currency;
  readonly sales: readonly BatchSale[];
}

/** Sales as batches have them, by their currencies, each in the order of the file. */
export function groupByCurrency(
  { currencies }: Program,
  sales: readonly ListedSale[],
  payers: ReadonlyMap<Hex, Address>,
): PostingGroup[] {
  const grouped = Map.groupBy(sales, (sale) => sale.currency.index);
  return currencies.flatMap((currency) => {
    const own = grouped.get(currency.index) ?? [];
    return own.length === 0
      ? []
      : [{ currency, sales: own.map((sale) => toBatchSale(sale, payers.get(sale.id))) }];
  });
}

/** A sale as a batch has it. */
export function toBatchSale(
  { id, kind, amount, occurredAt, credits }: ListedSale,
  payer: Address | undefined,
): BatchSale {
  return { id, kind, amount, time: occurredAt, payer, credits };
}
