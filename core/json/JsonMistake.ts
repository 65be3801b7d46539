/** One mistake in a JSON file. */
export interface JsonMistake {
  /** Where it lies, such as `roles.coach.rates.expansion`; empty for the file as a whole. */
  readonly path: string;
  readonly found: string;
  readonly allowed: string;
}
