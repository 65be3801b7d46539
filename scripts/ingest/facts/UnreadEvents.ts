/** Events of a kind that nobody reads. */
export interface UnreadEvents {
  readonly type: string;
  readonly count: number;
}
