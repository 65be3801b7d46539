/** A partner's touch of a customer. */
export interface Touch {
  readonly customer: string;
  readonly partner: string;
  readonly role: string;
  readonly channel: string;
  /** UTC seconds. */
  readonly occurredAt: number;
  /** Its id, where its source gives it one; else empty. */
  readonly id: string;
  /** Where it is told, such as "touchpoints.csv, line 3". */
  readonly from: string;
}
