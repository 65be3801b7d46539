/** What a command has to say. */
export interface Output {
  /** The document that `--json` prints. */
  readonly json: object;
  /** The same for people. */
  readonly text: string;
  /** What there is to say beside the calls where they are handed out. */
  readonly beside?: { readonly json: object; readonly lines: readonly string[] };
  /** Set where the command found what it looked for and it is bad, such as a difference in an audit. */
  readonly failed?: boolean;
}
