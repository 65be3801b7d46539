/** The files that the checks read: CSV, JSON lines or Parquet. */
export interface FraudFiles {
  readonly sales: string;
  readonly touchpoints: string;
  readonly refunds: string | undefined;
  readonly partners: string | undefined;
}
