import type { Hex } from "viem";
import { parseAmount } from "../../../core/text/parseAmount.ts";
import type { Acknowledgement } from "../../files/columns/readAcknowledged.ts";
import type { ListedRefund } from "./readRefundsFile.ts";

/** Whether a refund comes after its sale is final, and the operator has acknowledged its very amount. */
export function isAcknowledged(
  { id, row, currency, locksAt }: ListedRefund,
  acknowledged: ReadonlyMap<Hex, Acknowledgement>,
  time: number,
): boolean {
  const told = acknowledged.get(id);
  if (told === undefined || time < locksAt) return false;
  const [own, other] = [row.get("amount"), told.amountText].map((text) =>
    parseAmount(text, currency.symbol, currency.decimals),
  );
  return own !== undefined && other !== undefined && "amount" in own && "amount" in other
    ? own.amount === other.amount
    : false;
}
