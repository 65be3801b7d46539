const SECONDS = { h: 3_600, d: 86_400 } as const;

/** Seconds of "30d" or "12h"; undefined where the text is neither. */
export function parseDuration(text: string): number | undefined {
  const match = /^([1-9]\d{0,6})([hd])$/.exec(text);
  if (match === null) return undefined;
  return Number(match[1]) * SECONDS[match[2] as keyof typeof SECONDS];
}
