/** A notice on its way to one subscription. */
export interface Delivery {
  /** The same however often it is sent. */
  readonly id: string;
  readonly subscription: string;
  readonly type: string;
  readonly subject: string;
  /** The JSON document that a webhook gets. */
  readonly body: string;
  /** How often it was tried. */
  readonly attempts: number;
}

/** What became of one attempt: it is `refused` where another would come to the same. */
export type DeliveryAttempt =
  | { readonly outcome: "sent" }
  | { readonly outcome: "failed" | "refused"; readonly why: string };
