/** A customer that a partner registered for some time. */
export interface Deal {
  readonly customer: string;
  readonly partner: string;
  readonly role: string;
  readonly channel?: string;
  readonly registered: string;
  readonly expires: string;
  /** Its sales are credited to nobody else. */
  readonly alone?: boolean;
}
