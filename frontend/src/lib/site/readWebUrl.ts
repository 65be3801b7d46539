/** An http or https address without its trailing slashes; nothing else may become a link or a node. */
export function readWebUrl(text: string, field: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !["http:", "https:"].includes(url.protocol)) {
    throw new TypeError(
      `“${field}” is “${text}”. It must be an http:// or https:// address; correct it.`,
    );
  }
  if (url.username !== "" || url.password !== "") {
    throw new TypeError(
      `“${field}” is “${text}”. What stands before the “@” is a user’s name, and its host is ${url.host}; leave the name out.`,
    );
  }
  return url.href.replace(/\/+$/, "");
}
