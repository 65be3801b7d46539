/** Something that two nodes have to say alike. */
export interface KeyNumber {
  readonly what: string;
  /** As it is shown. */
  readonly value: string;
}

export interface Difference {
  readonly what: string;
  readonly ours: string;
  readonly theirs: string;
}
