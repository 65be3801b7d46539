import type { Address, Hex } from "viem";
import type { EventNamed } from "../../../core/logs/decodeEvents.ts";
import { readEventsNamed } from "../../chain/history/readEventsNamed.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { ListedSale } from "./readSalesFile.ts";

/** Ids per request for logs. */
const BATCH = 200;

/** Who paid which sale on chain, in full and not yet given back: by sale id. */
export async function findPayers(
  program: Program,
  sales: readonly ListedSale[],
): Promise<Map<Hex, Address>> {
  const payers = new Map<Hex, Address>();
  for (let from = 0; from < sales.length; from += BATCH) {
    const batch = new Map(sales.slice(from, from + BATCH).map((sale) => [sale.id, sale]));
    const events = await readEventsNamed(
      program,
      ["SalePaid", "PaymentReleased"],
      [...batch.keys()],
    );
    for (const event of events) {
      const { saleId, payer } = event.args;
      const sale = batch.get(saleId);
      if (event.eventName === "PaymentReleased") {
        if (payers.get(saleId) === payer) payers.delete(saleId);
      } else if (sale !== undefined && !payers.has(saleId) && isPaymentOf(sale, event.args)) {
        payers.set(saleId, payer);
      }
    }
  }
  return payers;
}

/** Anyone can pay anything under a sale's id: only the whole amount of the right kind and currency is its payment. */
function isPaymentOf(sale: ListedSale, paid: EventNamed<"SalePaid">["args"]): boolean {
  const { kind, amount, currency } = paid;
  return kind === sale.kind && amount === sale.amount && currency === sale.currency.address;
}
