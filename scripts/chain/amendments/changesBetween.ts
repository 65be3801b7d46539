/** One thing that differs, by its path in the terms file. */
export interface Change {
  readonly path: string;
  /** As JSON; undefined where there is nothing. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What differs between two JSON values, as far inside as both have the same shape. */
export function changesBetween(before: unknown, after: unknown, path = ""): Change[] {
  const [one, other] = [toText(before), toText(after)];
  if (one === other) return [];
  if (!isParent(before) || !isParent(after)) return [{ path, before: one, after: other }];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => {
    const inner = Array.isArray(before) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;
    return changesBetween(before[key], after[key], inner);
  });
}

function isParent(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function toText(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
