/** One part of the terms in plain words. */
export interface TermsText {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly table?: TermsTable;
  /** Whose address belongs to it. */
  readonly holder?: `0x${string}`;
}

export interface TermsTable {
  readonly caption: string;
  readonly columns: readonly [string, string];
  readonly rows: readonly (readonly [string, string])[];
}
