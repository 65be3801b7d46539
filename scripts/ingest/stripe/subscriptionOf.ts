import type { StripeObject } from "./StripeObject.ts";

/** The subscription of a session or an invoice, which since API version 2025-03-31 has it as its parent; empty where it has none. */
export function subscriptionOf(object: StripeObject): string {
  const [line] = object.list("lines");
  return (
    object.id("subscription", "parent.subscription_details.subscription") ||
    (line?.id("subscription", "parent.subscription_item_details.subscription") ?? "")
  );
}
