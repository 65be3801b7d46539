/** An event whose signature is right. */
export interface StripeEvent {
  readonly id: string;
  readonly type: string;
  /** UTC seconds. */
  readonly created: number;
  /** false of Stripe's test mode. */
  readonly livemode?: boolean;
  readonly data: { readonly object: unknown };
}
