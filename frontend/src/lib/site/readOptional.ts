/** Reads what may be left out. */
export function readOptional<Part>(
  value: unknown,
  field: string,
  read: (value: unknown, field: string) => Part,
): Part | undefined {
  return value === undefined || value === null ? undefined : read(value, field);
}
