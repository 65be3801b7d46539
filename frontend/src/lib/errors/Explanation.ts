/** A failure in words for people. */
export interface Explanation {
  /** What the visitor can do something about: their own no, the node, or everything else. */
  readonly cause: "rejected" | "unreachable" | "failed";
  readonly title: string;
  readonly detail: string;
}
