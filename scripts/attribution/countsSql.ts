/** The condition that a touch counts for a sale. One at the sale's own second still does. */
export function countsSql(lookback: number | undefined): string {
  const earliest = lookback === undefined ? "" : ` AND t.seconds + ${lookback}::BIGINT > s.seconds`;
  return `t.customer = s.customer AND t.seconds <= s.seconds${earliest}`;
}
