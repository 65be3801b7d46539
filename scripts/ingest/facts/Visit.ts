/** A customer's visit to an address, which may be a partner's link. */
export interface Visit {
  readonly customer: string;
  readonly url: string;
  /** UTC seconds. */
  readonly occurredAt: number;
  /** Whether the customer agreed that it may be used; undefined where the source does not say. */
  readonly consent: boolean | undefined;
  readonly from: string;
}
