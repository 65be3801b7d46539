const WIDTH = 96;

/** JSON as a person writes it: what fits stands on one line. The braces of the whole are left out. */
export function showJson(value: object): string {
  return Object.entries(value)
    .map(([key, part]) => `"${key}": ${show(part, "", key.length + 4)}`)
    .join(",\n");
}

function show(value: unknown, indent: string, used: number): string {
  const short = onOneLine(value);
  if (indent.length + used + short.length <= WIDTH) return short;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const parts = value.map((part) => `${deeper}${show(part, deeper, 0)}`);
    return `[\n${parts.join(",\n")}\n${indent}]`;
  }
  if (typeof value !== "object" || value === null) return short;
  const parts = Object.entries(value).map(
    ([key, part]) => `${deeper}"${key}": ${show(part, deeper, key.length + 4)}`,
  );
  return `{\n${parts.join(",\n")}\n${indent}}`;
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, part]) => `"${key}": ${onOneLine(part)}`);
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}
