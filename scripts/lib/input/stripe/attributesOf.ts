import type { Keep } from "./hear.ts";
import type { StripeObject } from "./StripeObject.ts";

/** What rules may ask of an object: named fields that it has, and the metadata that is kept. */
export function attributesOf(
  object: StripeObject,
  fields: readonly string[],
  { metadata }: Keep,
): Record<string, string> {
  const places = [...fields, ...metadata.map((key) => `metadata.${key}`)];
  return Object.fromEntries(
    places.map((place) => [place, object.text(place)]).filter(([, value]) => value !== ""),
  );
}
