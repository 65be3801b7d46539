/** Reads each item of a list with its place; none where it is left out. */
export function readList<Item>(
  value: unknown,
  field: string,
  read: (item: unknown, field: string) => Item,
): Item[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new TypeError(`“${field}” must be a list.`);
  return value.map((item, index) => read(item, `${field}[${index}]`));
}
