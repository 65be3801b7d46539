import { formatUnits, type Hex } from "viem";
import type { RefusedRow } from "../../files/columns/RefusedRow.ts";
import type { RefusedRowError } from "../../files/table/RefusedRowError.ts";
import type { ListedRefund } from "./readRefundsFile.ts";

/** A refund as the chain has it. */
export interface MadeRefund {
  readonly saleId: Hex;
  /** The sale's batch, and its place in it. */
  readonly batch: bigint;
  readonly place: bigint;
  readonly amount: bigint;
}

/**
 * Refunds that are made, but of another sale or of less than the file says. One that came back at its source is less in the file, and
 * is none of them: what is reversed stays so.
 * @param due The same refunds with what each has still to reverse.
 */
export function findChanged(
  due: readonly ListedRefund[],
  refunds: readonly ListedRefund[],
  made: ReadonlyMap<Hex, MadeRefund>,
): RefusedRow[] {
  return refunds.flatMap((refund, index) => {
    const { row, name, id } = refund;
    const why = changeOf(refund, made.get(id), due[index]?.amount ?? 0n);
    return why === undefined ? [] : [{ line: row.line, name, id, why: why.message }];
  });
}

function changeOf(
  { row, saleId, amount, total, currency }: ListedRefund,
  made: MadeRefund | undefined,
  lacking: bigint,
): RefusedRowError | undefined {
  if (made === undefined) return undefined;
  if (made.saleId !== saleId) {
    return row.refusal(
      "sale_id",
      `"${row.get("sale_id")}", and a refund of this id was made of another sale`,
      "an id of its own for each refund",
    );
  }
  const show = (units: bigint) => `${formatUnits(units, currency.decimals)} ${currency.symbol}`;
  if (total !== undefined) {
    if (lacking === 0n) return undefined;
    return row.refusal(
      "total",
      `"${row.get("total")}", of which ${show(lacking)} is not reversed, though this refund is made`,
      "the rest as a refund with an id of its own",
    );
  }
  if (amount <= made.amount) return undefined;
  const before = show(made.amount);
  return row.refusal(
    "amount",
    `"${row.get("amount")}", of which ${before} was refunded under this id`,
    "the rest as a refund with an id of its own",
  );
}
