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
  /** Undefined where the object does not say. */
  readonly tax: number | undefined;
  readonly shipping: number | undefined;
  readonly currency: string;
  /** UTC seconds. */
  readonly occurredAt: number;
  readonly standing: Standing;
}

/**
 * How much an event knows of its sale: an invoice or a session tells it whole; `awaited` is one of which an invoice is still to come that
 * tells it; a bare payment is the sale where nothing else tells of it.
 */
export type Standing = "whole" | "awaited" | "payment";

/** What says more of a sale, whenever it comes. */
export interface EventDetails {
  readonly product: string;
  readonly codes: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly discounts?: EventDiscounts;
  /** Whether it begins a subscription, and takes no money for it yet. */
  readonly begins?: boolean;
  /** What of the whole is tax and shipping, of which a payment may be a part. */
  readonly parts?: { readonly total: number; readonly tax: number; readonly shipping: number };
}

export interface EventDiscounts {
  /** The codes of each discount that is told with its id. */
  readonly told: Readonly<Record<string, readonly string[]>>;
  /** Discounts of which nothing is told but the id. */
  readonly bare: readonly string[];
  /** How many are told whole without an id, as a session has them. */
  readonly unnamed: number;
}

export interface EventReturn {
  readonly charge: string;
  /** Of the charge in all, in the smallest unit; undefined where only single refunds are told. */
  readonly total: number | undefined;
  /** The refunds that are named, and how each of them stands. */
  readonly refunds: readonly EventRefund[];
  /** What was not captured of the charge, which older API versions also tell as a refund; it was never paid. */
  readonly released?: number;
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
