/** How a wallet shows one parameter: a format of ERC-7730. */
export interface Field {
  readonly label: string;
  readonly format: "raw" | "addressName" | "tokenAmount" | "date" | "duration" | "unit" | "enum";
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What a wallet says of something to be signed. */
export interface Intent {
  readonly intent: string;
  /** By the path of the parameter, in the order in which they are shown. */
  readonly fields: Readonly<Record<string, Field>>;
  /** What nobody can read: hashes, signatures, packed bytes. */
  readonly hidden?: readonly string[];
}
