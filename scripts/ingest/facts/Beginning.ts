/** A subscription that began without money, as with a free trial: its first money comes later, whatever it is called then. */
export interface Beginning {
  /** Names of its customer. */
  readonly customers: readonly string[];
  /** Its id, where the source tells it. */
  readonly subscription: string | undefined;
}
