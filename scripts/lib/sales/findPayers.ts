import type { Address } from "viem";
import type { Program } from "../chain/openProgram.ts";
import { readEventsNamed } from "../history/readEvents.ts";
import type { ListedSale } from "./readSalesFile.ts";

/** Ids per request for logs. */
const BATCH = 200;

/** Who paid which sale on chain, in full and not yet given back: by sale id. */
export async function findPayers(
  program: Program,
  sales: readonly ListedSale[],
): Promise<Map<string, Address>> {
  const payers = new Map<string, Address>();
  for (let from = 0; from < sales.length; from += BATCH) {
    const batch = new Map(sales.slice(from, from + BATCH).map((sale) => [sale.id, sale]));
    const events = await readEventsNamed(
      program,
      ["SalePaid", "PaymentReleased"],
      [...batch.keys()],
    );
    for (const { eventName, args } of events) {
      const sale = batch.get(args.saleId);
      if (eventName === "PaymentReleased") {
        if (payers.get(args.saleId) === args.payer) payers.delete(args.saleId);
      } else if (sale !== undefined && !payers.has(sale.id)) {
        const fits =
          args.kind === sale.kind &&
          args.amount === sale.amount &&
          args.currency === sale.currency.address;
        if (fits) payers.set(sale.id, args.payer);
      }
    }
  }
  return payers;
}
