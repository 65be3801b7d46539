/** The kind of a payment by what Stripe Billing describes it with; whatever else it is, a mapping can tell by its description. */
export function kindByDescription(description: string): string {
  return description === "Subscription update" ? "renewal" : "initial";
}
