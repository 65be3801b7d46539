import { existsSync } from "node:fs";

/** Whether packages of Debian can be installed here. */
export function isDebianRoot(): boolean {
  return existsSync("/etc/debian_version") && process.getuid?.() === 0;
}
