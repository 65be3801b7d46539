/** What an event tells that has to do with revenue; anything else in it is not kept. */
export interface EventFacts {
  /** A payment, once it is paid. */
  readonly sale?: EventSale;
  /** What has gone back of a charge. */
  readonly returned?: EventReturn;
  readonly dispute?: EventDispute;
  /** Ids of objects that belong to one sale, the one that names it first. */
  readonly same: readonly string[];
  /** Names of one customer. */
  readonly customers: readonly string[];
  readonly details: EventDetails;
}

export interface EventSale {
  readonly kind: "initial" | "renewal" | "expansion";
  /** In the smallest unit. */
  readonly amount: number;
  readonly tax: number;
  readonly shipping: number;
  readonly currency: string;
  /** UTC seconds. */
  readonly occurredAt: number;
  /** Whether an invoice of it is still to come, which tells the sale. */
  readonly awaitsInvoice: boolean;
}

/** What says more of a sale, whenever it comes. */
export interface EventDetails {
  readonly product: string;
  readonly codes: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
}

export interface EventReturn {
  readonly charge: string;
  /** Of the charge in all, in the smallest unit; undefined where only single refunds are told. */
  readonly total: number | undefined;
  /** The refunds that are named, and how each of them stands. */
  readonly refunds: readonly EventRefund[];
  readonly currency: string;
  readonly occurredAt: number;
}

export interface EventRefund {
  readonly id: string;
  readonly amount: number;
  readonly status: "pending" | "done" | "failed";
  readonly reason: string;
}

export interface EventDispute {
  readonly id: string;
  readonly charge: string;
  readonly amount: number;
  readonly currency: string;
  readonly reason: string;
  readonly outcome: "open" | "won" | "lost";
  readonly occurredAt: number;
}

export const NO_DETAILS: EventDetails = { product: "", codes: [], attributes: {} };
