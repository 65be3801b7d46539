/** "2026-01-31 00:00:00 UTC": never a bare day, which would not say when in it. */
export function formatInstant(seconds: number | bigint): string {
  const text = new Date(Number(seconds) * 1_000).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 19)} UTC`;
}
