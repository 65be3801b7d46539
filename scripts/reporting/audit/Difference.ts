/** Something that is not as it should be. */
export interface Difference {
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}
