/** A text of a JSON file. */
export function readText(value: unknown, field: string): string {
  if (typeof value === "string") return value;
  throw new TypeError(`“${field}” is ${JSON.stringify(value) ?? "missing"}. It must be a text.`);
}
