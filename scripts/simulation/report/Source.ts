/** One part of the money as charts show it. */
export interface Source {
  readonly name: string;
  /** CSS colour. */
  readonly color: string;
}

/** What is left for the operator. */
export const OPERATOR: Source = { name: "operator", color: "var(--left)" };
