import type { DatabaseSync } from "node:sqlite";
import { formatUnits } from "viem";
import { groupBy } from "../facts/groupBy.ts";
import type { RefundFact } from "../facts/RefundFact.ts";
import type { SaleFact } from "../facts/SaleFact.ts";
import { NOTHING_KNOWN, type SetAside } from "../facts/SetAside.ts";
import { decimalsAtStripe } from "../stripe/decimalsAtStripe.ts";
import type { Returned } from "./Returned.ts";
import { refundsInEffect } from "./refundsInEffect.ts";
import { type ChargeRefunds, refundsOfCharge } from "./refundsOfCharge.ts";

/** What went back beyond what was told before. */
export interface StoredRefund extends Omit<RefundFact, "isTotal"> {
  /** Whether it follows from how much of a charge has gone back in all. */
  readonly isOfTotal: boolean;
}

export interface StoredRefunds {
  readonly refunds: readonly StoredRefund[];
  /** Refunds that are pending or have failed, and those that nobody can compare with their sale. */
  readonly setAside: readonly SetAside[];
}

/** The rule of refunds that were told and came back since. */
export const REFUND_FAILED = "(refund failed)";

/** The rule of disputes that were lost, and have been won since. */
export const DISPUTE_WON = "(dispute won)";

/** What went back of one charge. */
interface Charge extends ChargeRefunds {
  readonly id: string;
  readonly currency: string;
}

/**
 * Reads what went back, each for no more than is left of its sale. One whose sale is not known goes by its charge.
 * @param saleOf The sale that something belongs to.
 */
export function storedRefunds(
  store: DatabaseSync,
  saleOf: (alias: string) => SaleFact | undefined,
): StoredRefunds {
  const rows = store.prepare("SELECT * FROM returned ORDER BY place").all();
  const places = new Map(rows.map(({ event }, index) => [String(event), index]));
  const charges = [...groupBy(rows, ({ charge }) => String(charge))].map(([id, told]): Charge => {
    const currency = String(told[0]?.currency);
    return { id, currency, ...refundsOfCharge(id, told.map(toReturned)) };
  });
  const refunds: StoredRefund[] = [];
  const setAside: SetAside[] = [];
  for (const [id, own] of groupBy(charges, (charge) => saleOf(charge.id)?.id ?? charge.id)) {
    const sale = saleOf(id);
    const [same, others] = splitByCurrency(own, sale);
    const currency = same[0]?.currency ?? "";
    const { standing, undone } = refundsInEffect(same, places, sale?.amount);
    refunds.push(...standing.map((part) => toStored(part, id, currency)));
    setAside.push(
      ...undone.map((part) => toSetAside(part, currency, FAILED)),
      ...own.flatMap((charge) =>
        charge.reinstated.map((one) => toSetAside(one, charge.currency, WON)),
      ),
      ...own.flatMap((charge) =>
        charge.pending.map((one) => toSetAside(one, charge.currency, PENDING)),
      ),
      ...others.flatMap((charge) =>
        charge.parts.map((part) => toSetAside(part, charge.currency, otherThan(sale))),
      ),
    );
  }
  return { refunds, setAside };
}

type Why = Pick<SetAside, "verdict" | "rule" | "reason">;

const FAILED: Why = {
  ...{ verdict: "exclude", rule: REFUND_FAILED },
  reason: "the money came back; where it was reversed on chain before, it stays reversed",
};

const WON: Why = {
  ...{ verdict: "exclude", rule: DISPUTE_WON },
  reason: "its money was reinstated; where it was reversed on chain before, it stays reversed",
};

const PENDING: Why = {
  ...{ verdict: "review", rule: "(refund pending)" },
  reason: "the bank has not taken it yet; it is a refund once it has",
};

function otherThan(sale: SaleFact | undefined): Why {
  const reason = `its sale ${sale?.id} is in ${sale?.currency}; refund that part of it by a refunds file`;
  return { verdict: "review", rule: "(currency)", reason };
}

function toReturned(row: Record<string, unknown>): Returned {
  return {
    event: String(row.event),
    id: String(row.id),
    amount: Number(row.amount),
    status: String(row.status) as Returned["status"],
    reason: String(row.reason),
    occurredAt: Number(row.occurred_at),
  };
}

/** The charges in the currency of their sale, and the others. */
function splitByCurrency(
  charges: readonly Charge[],
  sale: SaleFact | undefined,
): [readonly Charge[], readonly Charge[]] {
  const isSame = ({ currency }: Charge) =>
    sale === undefined || sale.currency === currency.toUpperCase();
  return [charges.filter(isSame), charges.filter((charge) => !isSame(charge))];
}

function toStored(part: Returned, saleId: string, currency: string): StoredRefund {
  const { id, amount, status, reason, occurredAt, event } = part;
  return {
    ...{ id, saleId, amount: BigInt(amount), decimals: decimalsAtStripe(currency), reason },
    ...{ occurredAt, source: "endpoint", from: `event ${event}`, isOfTotal: status === "total" },
  };
}

function toSetAside(part: Returned, currency: string, why: Why): SetAside {
  const { id, amount, occurredAt, event } = part;
  return {
    ...NOTHING_KNOWN,
    ...{ what: "refund", id, occurredAt, from: `event ${event}` },
    amount: formatUnits(BigInt(amount), decimalsAtStripe(currency)),
    currency: currency.toUpperCase(),
    ...why,
  };
}
