import { HEADERS } from "./HEADERS.ts";

/** The same headers as lines of an nginx configuration. */
export function nginxConfig(): string {
  return Object.entries(HEADERS)
    .map(([name, value]) => `add_header ${name} "${value}" always;`)
    .join("\n");
}
