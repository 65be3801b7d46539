import { readText } from "./readText";
import { readWebUrl } from "./readWebUrl";

/** A folder's http or https address, or its path beside `programs.json`, without its trailing slashes. */
export function readFolder(value: unknown, field: string): string {
  const text = readText(value, field).trim();
  if (URL.canParse(text)) return readWebUrl(text, field);
  const path = text.replace(/\/+$/, "");
  // Two slashes first would be another host.
  if (path !== "" && !/^[\\/]{2}/.test(path)) return path;
  throw new TypeError(
    `“${field}” is “${text}”. It must be a folder’s http:// or https:// address, or its path beside programs.json; correct it or leave it out.`,
  );
}
