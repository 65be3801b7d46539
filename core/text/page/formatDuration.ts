const UNITS = [
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** A length of time in its largest whole unit: 2592000 → “30 days”, 1209600 → “2 weeks”. */
export function formatDuration(seconds: number): string {
  for (const [unit, length] of UNITS) {
    if (seconds % length !== 0 || seconds === 0) continue;
    const count = seconds / length;
    return `${count.toLocaleString("en")} ${unit}${count === 1 ? "" : "s"}`;
  }
  return `${seconds} seconds`;
}
