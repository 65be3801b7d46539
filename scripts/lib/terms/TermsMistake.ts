/** One mistake in a terms file. */
export interface TermsMistake {
  /** Where it lies, such as `roles.coach.rates.expansion`; empty for the file as a whole. */
  readonly path: string;
  readonly found: string;
  readonly allowed: string;
}
