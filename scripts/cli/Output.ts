/** What a command has to say. */
export interface Output {
  /** The document that `--json` prints. */
  readonly json: object;
  /** The same for people. */
  readonly text: string;
  /** Set where the command found what it looked for and it is bad, such as a difference in an audit. */
  readonly failed?: boolean;
}
