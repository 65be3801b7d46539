import type { StripeObject } from "./StripeObject.ts";
import { soldLineOf } from "./soldLineOf.ts";

/** Metadata of an object, or of the subscription that an invoice is of, which the invoice and its lines have a copy of. */
export function metadataAt(object: StripeObject, key: string): string {
  const told = object.text(
    `metadata.${key}`,
    `parent.subscription_details.metadata.${key}`,
    `subscription_details.metadata.${key}`,
  );
  return told || (soldLineOf(object)?.text(`metadata.${key}`) ?? "");
}
