/** What to keep of a source's payment beyond what every sale has. */
export interface KeptFields {
  /** Where the customer's names are, the most telling first. */
  readonly customers: readonly string[];
  /** The keys of metadata that rules ask for. */
  readonly metadata: readonly string[];
}
