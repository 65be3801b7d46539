import { printable } from "@core/text/printable";

/** A link to this site makes no sense. */
export class LinkError extends Error {
  override readonly name = "LinkError";

  /** @param message What in the link was found, what is allowed and what to do. */
  constructor(message: string) {
    // It quotes the link, which is anybody's.
    super(printable(message));
  }
}
