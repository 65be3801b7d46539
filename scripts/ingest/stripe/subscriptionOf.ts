import type { StripeObject } from "./StripeObject.ts";

/** The subscription of a session or an invoice, which since API version 2025-03-31 has it as its parent; empty where it has none. */
export function subscriptionOf(object: StripeObject): string {
  const own = object.id("subscription", "parent.subscription_details.subscription");
  if (own !== "") return own;
  const ofLines = object
    .list("lines")
    .map((line) =>
      line.id(
        "subscription",
        "parent.subscription_item_details.subscription",
        "parent.invoice_item_details.subscription",
      ),
    );
  return ofLines.find((id) => id !== "") ?? "";
}
