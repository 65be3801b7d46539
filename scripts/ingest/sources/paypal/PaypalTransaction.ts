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
  /** Of the gross. Each part is undefined where the download does not tell it. */
  readonly tax: bigint | undefined;
  readonly shipping: bigint | undefined;
  /** What PayPal kept. */
  readonly fees: bigint | undefined;
  readonly currency: string;
  /** UTC seconds. */
  readonly occurredAt: number;
  readonly product: string;
  readonly customers: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly from: string;
}
