import { HEADERS } from "./HEADERS.ts";

/** The file `_headers`, which Netlify and Cloudflare Pages read from the site's folder. */
export function headersFile(): string {
  const lines = Object.entries(HEADERS).map(([name, value]) => `  ${name}: ${value}`);
  return `${["/*", ...lines].join("\n")}\n`;
}
