/** How a DATEV batch is booked, as schema/datev.schema.json describes it. */
export interface DatevSettings {
  /** Beraternummer. */
  readonly consultant: number;
  /** Mandantennummer. */
  readonly client: number;
  /** Beginn des Wirtschaftsjahrs, as 2026-01-01. */
  readonly fiscalYearStarts: string;
  /** Sachkontenlänge. */
  readonly accountLength: number;
  readonly accounts: {
    /** What the entries are of: of a statement what the program owes, of payments what they are paid from. */
    readonly own: string;
    /** Their contra accounts. */
    readonly earned?: string;
    readonly paid: string;
    readonly withheld?: string;
  };
}
