/** What the site's `programs.json` says makes no sense. */
export class SiteConfigError extends Error {
  override readonly name = "SiteConfigError";

  /** @param message What was found, what is allowed and what to do. */
  constructor(message: string) {
    super(message);
  }
}
