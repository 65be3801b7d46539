import type { ModelParameters } from "../attribution/ModelParameters.ts";

/** What is followed. At least one of sales and store is given. */
export interface Sources {
  /** A sales file, or a folder of them. */
  readonly sales: string | undefined;
  readonly refunds: string | undefined;
  /** What the endpoint for Stripe's events keeps. */
  readonly store: string | undefined;
  readonly mapping: string | undefined;
  /** What of the store is revenue. */
  readonly rules: string | undefined;
  /** Whose credits the sales get; without it they have their own. */
  readonly attribution:
    | { readonly touchpoints: string; readonly model: ModelParameters }
    | undefined;
  /** The folder that what is posted follows from is published in, and the file with the secret that hides customers. */
  readonly evidence: { readonly folder: string; readonly saltFile: string | undefined } | undefined;
}
