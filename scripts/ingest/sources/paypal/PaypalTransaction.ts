import type { PaypalType } from "./typeOf.ts";

/** A row of PayPal's activity that may count. */
export interface PaypalTransaction {
  readonly type: PaypalType;
  /** What PayPal calls the type. */
  readonly called: string;
  readonly status: string;
  readonly id: string;
  /** The transaction, authorisation or agreement that it belongs to; empty where there is none. */
  readonly reference: string;
  /** In hundredths; below 0 where money went out. Undefined where the row does not say. */
  readonly gross: bigint | undefined;
  readonly tax: bigint;
  readonly shipping: bigint;
  readonly currency: string;
  /** UTC seconds. */
  readonly occurredAt: number;
  readonly product: string;
  readonly customers: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly from: string;
}
