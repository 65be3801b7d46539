/** "2026-01-31T12:30:05Z" of UTC seconds. */
export function toIsoTime(seconds: number): string {
  return `${new Date(seconds * 1_000).toISOString().slice(0, 19)}Z`;
}
