import type { StripeObject } from "./StripeObject.ts";

/** Ids of what a charge belongs to, the one that names its sale first. Until API version 2025-03-31 it has its invoice. */
export function chargeIds(charge: StripeObject): string[] {
  const ids = [charge.id("invoice"), charge.id("payment_intent"), charge.text("id")];
  return ids.filter((id) => id !== "");
}
