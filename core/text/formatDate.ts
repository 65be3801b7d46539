const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

/** A day: “1 Jan 2026”. Times are UTC. */
export function formatDate(seconds: bigint | number): string {
  return DAY.format(new Date(Number(seconds) * 1000));
}
