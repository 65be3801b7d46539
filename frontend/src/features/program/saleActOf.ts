import type { ShownSale } from "@core/batches/showSales";
import type { SalePlace } from "@core/ledger/SaleBook";
import type { Address, Hex } from "viem";
import type { HistoryLink } from "../../history/HistoryLink";
import { actOf } from "../transaction/actOf";
import type { ContractCall } from "../transaction/ContractCall";

/** An act on a sale, which the program takes with the proof that it was posted. */
export function saleActOf(
  program: Address,
  past: HistoryLink,
  at: SalePlace,
  encode: (shown: ShownSale) => Hex,
): ContractCall<undefined> {
  return actOf(program, async () => encode(await past.ask("shownSale", [at])));
}
