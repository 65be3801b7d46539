/** What was worked out from a view of the chain does not hold any more: the next view decides. */
export class LookAgain extends Error {
  override readonly name = "LookAgain";
}
