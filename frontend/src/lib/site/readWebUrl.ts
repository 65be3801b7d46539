import { SiteConfigError } from "./SiteConfigError";

/** An http or https address without its trailing slashes; nothing else may become a link or a node. */
export function readWebUrl(text: string, field: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !["http:", "https:"].includes(url.protocol)) {
    throw new SiteConfigError(
      `“${field}” is “${text}”. It must be an http:// or https:// address; correct it.`,
    );
  }
  return url.href.replace(/\/+$/, "");
}
