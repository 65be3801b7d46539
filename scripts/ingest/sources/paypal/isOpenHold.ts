import type { ToldTransaction } from "./joinTellings.ts";
import { statusOf } from "./statusOf.ts";

/** Whether PayPal holds a payment's money for a dispute, as far as its rows tell: placed, active or completed, and not removed. */
export function isOpenHold({ type, rows }: ToldTransaction): boolean {
  if (type !== "dispute hold") return false;
  const statuses = rows.map(({ status }) =>
    /^active$/i.test(status) ? "paid" : statusOf([status]),
  );
  return !statuses.includes("not paid") && statuses.some((status) => status !== "pending");
}
