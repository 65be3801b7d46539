// What a browser is told about the site, in this one place: the built page has the policy in it, hosts send the headers.

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  // Nodes may be anywhere.
  "connect-src 'self' http: https: ws: wss:",
  "base-uri 'none'",
  "form-action 'none'",
];

/** In the page itself, for hosts that send no headers. */
export const META_POLICY = POLICY.join("; ");

/** For whatever the site serves. A page cannot forbid by itself that others frame it: that takes a header. */
export const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": [...POLICY, "frame-ancestors 'none'"].join("; "),
  "X-Frame-Options": "DENY",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};
