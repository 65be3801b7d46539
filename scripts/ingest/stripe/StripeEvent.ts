/** An event whose signature is right. */
export interface StripeEvent {
  readonly id: string;
  readonly type: string;
  /** UTC seconds. */
  readonly created: number;
  /** In whose shape its object is, such as "2025-03-31.basil". */
  readonly api_version?: string | null;
  /** false of Stripe's test mode. */
  readonly livemode?: boolean;
  readonly data: { readonly object: unknown };
}
