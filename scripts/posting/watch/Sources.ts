import type { ModelParameters } from "../../attribution/models/ModelParameters.ts";

/** What is followed. At least one of sales and store is given. */
export interface Sources {
  /** A sales file, or a folder of them. */
  readonly sales: string | undefined;
  readonly refunds: string | undefined;
  /** Refunds that the operator bears where they come too late. */
  readonly acknowledged: string | undefined;
  /** What the endpoint for Stripe's events keeps. */
  readonly store: string | undefined;
  readonly mapping: string | undefined;
  /** What of the store is revenue. */
  readonly rules: string | undefined;
  /** Of the store: seconds without another event after which a sale is posted. */
  readonly settle: number;
  /** Of the store: seconds by which clocks may differ. */
  readonly skew: number;
  /** Whose credits the sales get; without it they have their own. What the store tells also has those of the mapping. */
  readonly attribution:
    | { readonly touchpoints: string | undefined; readonly model: ModelParameters }
    | undefined;
  /** The folder that what is posted follows from is published in, and the file with the secret that hides customers. */
  readonly evidence: { readonly folder: string; readonly saltFile: string | undefined } | undefined;
}
