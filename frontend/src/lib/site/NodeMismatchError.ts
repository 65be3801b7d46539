/** A node is of another chain than the site's list or the link says. */
export class NodeMismatchError extends Error {
  override readonly name = "NodeMismatchError";

  /** @param message What the node says, what it should say and what to do. */
  constructor(message: string) {
    super(message);
  }
}
