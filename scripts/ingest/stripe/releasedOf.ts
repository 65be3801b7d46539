import type { StripeEvent } from "./StripeEvent.ts";
import type { StripeObject } from "./StripeObject.ts";

/** From here on what is not captured is no refund. */
const NO_REFUND_SINCE = "2025-03-31";

/** What of a charge was not captured, where the API version counts it among the refunds or does not say that it does not. */
export function releasedOf(charge: StripeObject, { api_version: version }: StripeEvent): number {
  const captured = charge.numberIf("amount_captured");
  if (captured === undefined || charge.at("captured") !== true) return 0;
  return (version ?? "") >= NO_REFUND_SINCE ? 0 : charge.number("amount") - captured;
}
