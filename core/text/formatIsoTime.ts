/** "2026-01-31" at midnight, else "2026-01-31 12:30:05 UTC". */
export function formatIsoTime(seconds: number | bigint): string {
  const text = new Date(Number(seconds) * 1_000).toISOString();
  if (text.endsWith("T00:00:00.000Z")) return text.slice(0, 10);
  return `${text.slice(0, 10)} ${text.slice(11, 19)} UTC`;
}
