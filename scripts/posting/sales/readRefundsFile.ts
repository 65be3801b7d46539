import type { Hex } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { finalFrom } from "../../../core/deal/periods.ts";
import { toId } from "../../../core/ids/toId.ts";
import { readEach } from "../../chain/readEach.ts";
import { byStanding } from "../../chain/sales/byStanding.ts";
import { REFUND_COLUMNS } from "../../files/columns/REFUND_COLUMNS.ts";
import { type RefundAmounts, readRefundAmounts } from "../../files/columns/readRefundAmounts.ts";
import { type TakenRows, takeRows } from "../../files/columns/takeRows.ts";
import { timeIn } from "../../files/columns/timeIn.ts";
import type { Row } from "../../files/table/Row.ts";
import { readTable } from "../../files/table/readTable.ts";
import { refuseRepeated } from "../../files/table/refuseRepeated.ts";
import type { View } from "../journal/openView.ts";
import type { Posting } from "../journal/Posting.ts";
import { type StandingSale, toStanding } from "./findStanding.ts";

/** One row of a refunds file, with what the program knows of its sale. */
export interface ListedRefund extends RefundAmounts {
  readonly row: Row;
  readonly name: string;
  readonly id: Hex;
  readonly saleId: Hex;
  /** Of two with this id the one that stands. */
  readonly sale: RefundedSale;
  readonly currency: Currency;
  readonly reason: string;
  readonly occurredAt: number;
  /** What is left of the sale before this file's refunds. */
  readonly left: bigint;
  readonly locksAt: number;
}

/** A sale as it was posted, and when. */
interface RefundedSale extends StandingSale {
  /** What was refunded of it. */
  readonly refunded: bigint;
  /** Its batch's block. */
  readonly block: bigint;
  readonly postedAt: number;
}

/** Reads refunds.csv, with sales as they are in a view to which the journal has read the chain. */
export async function readRefundsFile(
  posting: Pick<Posting, "journal" | "program">,
  file: string,
  view: Pick<View, "block">,
): Promise<TakenRows<ListedRefund>> {
  const { program } = posting;
  const rows = await readTable(file, REFUND_COLUMNS);
  const ids = rows.map((row) => toId(row.require("sale_id")));
  const sales = await findRefunded(posting, new Set(ids), view);
  const taken = takeRows(rows, "refund_id", (row, index) => {
    const sale = sales.get(ids[index] ?? "0x");
    if (sale === undefined) {
      throw row.refusal(
        "sale_id",
        `"${row.get("sale_id")}", which is not posted`,
        "a sale that `sales post` has posted",
      );
    }
    const currency = program.currencies.find((one) => one.index === sale.currency);
    if (currency === undefined)
      throw new RangeError(
        `a sale in the currency ${sale.currency}, which the program does not have`,
      );
    return readRefund(row, currency, sale, finalFrom(program.terms, sale.postedAt));
  });
  refuseRepeated(rows, "refund_id");
  return taken;
}

/** The sales that ids stand for: where one was posted twice, the first of which something is left. */
async function findRefunded(
  { journal, program }: Pick<Posting, "journal" | "program">,
  ids: ReadonlySet<Hex>,
  { block }: Pick<View, "block">,
): Promise<Map<Hex, RefundedSale>> {
  const places = [...ids].flatMap((id) => journal.posted.placesOf(id).sort(byStanding));
  const asked = places.map(({ batch, place }) => [BigInt(batch), BigInt(place)] as const);
  const states = await readEach(program, "stateOf", asked, block);
  const found = new Map<Hex, RefundedSale>();
  for (const [index, place] of places.entries()) {
    const standing = toStanding(place);
    const { refunded = 0n } = states[index] ?? {};
    const before = found.get(place.id);
    if (before !== undefined && before.refunded < before.amount) continue;
    if (before !== undefined && refunded === standing.amount) continue;
    const batch = journal.posted.batch(place.batch);
    const posted = { block: batch?.block ?? 0n, postedAt: batch?.time ?? 0 };
    found.set(place.id, { ...standing, refunded, ...posted });
  }
  return found;
}

function readRefund(
  row: Row,
  currency: Currency,
  sale: RefundedSale,
  locksAt: number,
): ListedRefund {
  const occurredAt = timeIn(row, "occurred_at") ?? 0;
  const name = row.require("refund_id");
  return {
    ...{ row, name, id: toId(name), saleId: sale.id, sale, currency },
    ...readRefundAmounts(row, currency),
    ...{ reason: row.get("reason"), occurredAt, locksAt },
    left: sale.amount - sale.refunded,
  };
}
