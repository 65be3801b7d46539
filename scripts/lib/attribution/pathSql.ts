export interface PathQuery {
  readonly lookback: number | undefined;
  /** Sales by their places in the file, from and below. */
  readonly from: number;
  readonly to: number;
  /** Whether a fourth column gives the channel's number. */
  readonly withChannel: boolean;
}

/** The condition that a touch counts for a sale. One at the sale's own second still does. */
export function countsSql(lookback: number | undefined): string {
  const earliest = lookback === undefined ? "" : ` AND t.seconds > s.seconds - ${lookback}`;
  return `t.customer_id = s.customer_id AND t.seconds <= s.seconds${earliest}`;
}

/**
 * The touches of sales: sale, seconds before it, party and perhaps channel; by sale and time, of one second by place in the
 * file. What is sorted by is narrow: that is most of the memory.
 */
export function pathSql({ lookback, from, to, withChannel }: PathQuery): string {
  const channel = withChannel ? ", c.number" : "";
  const channels = withChannel ? "JOIN channels c ON c.channel = t.channel" : "";
  return `SELECT sale, age, party${withChannel ? ", number" : ""} FROM (
      SELECT s.sale, CAST(s.seconds - t.seconds AS INTEGER) AS age, p.party, CAST(t.place AS UINTEGER) AS place${channel}
      FROM touches t JOIN parties p ON p.partner = t.partner AND p.role = t.role ${channels}
      JOIN (SELECT CAST(rowid AS INTEGER) AS sale, customer_id, seconds FROM sales
        WHERE rowid >= ${from} AND rowid < ${to}) s ON ${countsSql(lookback)})
    ORDER BY sale, age DESC, place`;
}
