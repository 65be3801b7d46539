interface ReadUri {
  /** Where a link may lead; undefined where there is to be none. */
  readonly href: string | undefined;
  /** What to be warned of, if anything. */
  readonly warning: string | undefined;
}

/** What to make of an address that somebody else chose: only web addresses are links, and none that hides its host behind a user's name. */
export function readUri(uri: string): ReadUri {
  const url = URL.canParse(uri) ? new URL(uri) : undefined;
  if (url === undefined || !["http:", "https:"].includes(url.protocol)) {
    return { href: undefined, warning: undefined };
  }
  if (url.username !== "" || url.password !== "") {
    const warning = `no link: it leads to ${url.host}; what stands before the “@” is a user’s name`;
    return { href: undefined, warning };
  }
  const isEncoded = url.hostname.split(".").some((part) => part.startsWith("xn--"));
  return { href: url.href, warning: isEncoded ? `leads to ${url.host}` : undefined };
}
