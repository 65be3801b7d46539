const UNITS = { MiB: 2 ** 20, GiB: 2 ** 30 } as const;

/** Bytes of "512MiB" or "1.5GiB"; undefined where the text is neither. */
export function parseBytes(text: string): number | undefined {
  const match = /^(\d{1,6}(?:\.\d{1,3})?)(MiB|GiB)$/.exec(text);
  if (match === null) return undefined;
  return Math.floor(Number(match[1]) * UNITS[match[2] as keyof typeof UNITS]);
}
