import type { PaypalType } from "./typeOf.ts";

/** A row of PayPal's activity. */
export interface PaypalTransaction {
  readonly type: PaypalType;
  /** What PayPal calls the type. */
  readonly called: string;
  readonly status: string;
  /** Whether it leaves the balance as it is. */
  readonly isMemo: boolean;
  readonly id: string;
  /** The transaction, authorisation or agreement that it belongs to; empty where there is none. */
  readonly reference: string;
  /** In hundredths; below 0 where money went out. */
  readonly gross: bigint;
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
