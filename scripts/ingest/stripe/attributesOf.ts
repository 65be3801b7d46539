import type { KeptFields } from "../facts/KeptFields.ts";
import { metadataAt } from "./metadataAt.ts";
import type { StripeObject } from "./StripeObject.ts";

/** What rules may ask of an object: named fields that it has, and the metadata that is kept. */
export function attributesOf(
  object: StripeObject,
  fields: readonly string[],
  { metadata }: KeptFields,
): Record<string, string> {
  const found = [
    ...fields.map((field) => [field, object.text(field)]),
    ...metadata.map((key) => [`metadata.${key}`, metadataAt(object, key)]),
  ];
  return Object.fromEntries(found.filter(([, value]) => value !== ""));
}
