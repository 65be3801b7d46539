import type { KeptFields } from "../facts/KeptFields.ts";
import { metadataAt } from "./metadataAt.ts";
import type { StripeObject } from "./StripeObject.ts";

const METADATA = "metadata.";

/** The names that an object has for its customer, at the places that are kept. */
export function customersOf(object: StripeObject, { customers }: KeptFields): string[] {
  const names = customers.map((place) => {
    // Since API version 2025-11-17 a customer may be an account, and have no other id.
    if (place === "customer") return object.id("customer", "customer_account");
    if (place === "email")
      return object
        .text("customer_details.email", "customer_email", "receipt_email", "billing_details.email")
        .toLowerCase();
    if (place.startsWith(METADATA)) return metadataAt(object, place.slice(METADATA.length));
    return object.text(place);
  });
  return [...new Set(names.filter((name) => name !== ""))];
}
