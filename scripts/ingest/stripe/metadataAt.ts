import type { StripeObject } from "./StripeObject.ts";

/** Metadata of an object, or of the subscription that an invoice is of, which the invoice has a copy of. */
export function metadataAt(object: StripeObject, key: string): string {
  return object.text(
    `metadata.${key}`,
    `parent.subscription_details.metadata.${key}`,
    `subscription_details.metadata.${key}`,
    `lines.data.0.metadata.${key}`,
  );
}
