import { formatDuration } from "../../../core/text/formatDuration.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import type { Chain } from "../openChain.ts";

/**
 * What comes of terms that start more than a period before a chain's clock, or after it; undefined where neither is so.
 * @param starts UTC seconds; undefined where it is the deployment's time.
 */
export async function explainStart(
  { client, instance }: Chain,
  { starts, period }: { readonly starts: number | undefined; readonly period: number },
): Promise<string | undefined> {
  if (starts === undefined) return undefined;
  const clock = Number((await client.getBlock()).timestamp);
  const from = formatIsoTime(starts);
  const at = formatIsoTime(clock);
  const other = `npx hardhat chain start --date ${from.slice(0, 10)}`;
  const isMovable = instance !== undefined;
  if (starts > clock) {
    return `The terms start at ${from}, after this chain's clock (${at}): until then no sale can be posted.${isMovable ? ` --clock moves a development chain's clock to the sales' dates; a chain that begins then: ${other}` : ""}`;
  }
  if (clock - starts <= period) return undefined;
  return `The terms start at ${from}, more than a period (${formatDuration(period)}) before this chain's clock (${at}): sales count in the period in which they are posted, so older ones count in the running period.${isMovable ? ` To play them on their own dates, deploy on a chain that begins then: ${other}` : ""}`;
}
