const SECONDS = { s: 1, h: 3_600, d: 86_400 } as const;

/** Seconds of "365d", "12h" or "2628000s", of "0d" too; undefined where the text is none of them. */
export function parseSpan(text: string): number | undefined {
  const match = /^(0|[1-9]\d{0,9})([shd])$/.exec(text);
  if (match === null) return undefined;
  return Number(match[1]) * SECONDS[match[2] as keyof typeof SECONDS];
}
