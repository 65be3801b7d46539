import type { Hex } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { toId } from "../../../core/ids/toId.ts";
import type { Program } from "../../chain/openProgram.ts";
import { readEach } from "../../chain/readEach.ts";
import { REFUND_COLUMNS } from "../../files/columns/REFUND_COLUMNS.ts";
import { type RefundAmounts, readRefundAmounts } from "../../files/columns/readRefundAmounts.ts";
import { type TakenRows, takeRows } from "../../files/columns/takeRows.ts";
import { timeIn } from "../../files/columns/timeIn.ts";
import type { Row } from "../../files/table/Row.ts";
import { readTable } from "../../files/table/readTable.ts";
import { refuseRepeated } from "../../files/table/refuseRepeated.ts";

/** One row of a refunds file, with what the program knows of its sale. */
export interface ListedRefund extends RefundAmounts {
  readonly row: Row;
  readonly name: string;
  readonly id: Hex;
  readonly saleId: Hex;
  readonly currency: Currency;
  readonly reason: string;
  readonly occurredAt: number;
  /** What is left of the sale before this file's refunds. */
  readonly left: bigint;
  readonly locksAt: number;
}

/** Reads refunds.csv. */
export async function readRefundsFile(
  file: string,
  program: Program,
): Promise<TakenRows<ListedRefund>> {
  const rows = await readTable(file, REFUND_COLUMNS);
  const asked = rows.map((row) => [toId(row.require("sale_id"))] as const);
  const sales = await readEach(program, "saleOf", asked);
  const taken = takeRows(rows, "refund_id", (row, index) => {
    const [amount = 0n, refunded = 0n, , currency = "0x", , locksAt = 0n] = sales[index] ?? [];
    if (amount === 0n) {
      throw row.refusal(
        "sale_id",
        `"${row.get("sale_id")}", which is not posted`,
        "a sale that `sales post` has posted",
      );
    }
    return readRefund(row, findCurrencyOf(program, currency), amount - refunded, Number(locksAt));
  });
  refuseRepeated(rows, "refund_id");
  return taken;
}

function readRefund(row: Row, currency: Currency, left: bigint, locksAt: number): ListedRefund {
  const occurredAt = timeIn(row, "occurred_at") ?? 0;
  const name = row.require("refund_id");
  return {
    row,
    name,
    id: toId(name),
    saleId: toId(row.require("sale_id")),
    currency,
    ...readRefundAmounts(row, currency),
    reason: row.get("reason"),
    occurredAt,
    left,
    locksAt,
  };
}

function findCurrencyOf({ currencies }: Program, address: string): Currency {
  const currency = currencies.find((one) => one.address === address);
  if (currency === undefined)
    throw new RangeError(`a sale in ${address}, which is no currency of the program`);
  return currency;
}
