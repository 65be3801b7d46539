import type { Currency } from "../../../core/currency/Currency.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import type { Program } from "../../chain/openProgram.ts";
import { readEach } from "../../chain/readEach.ts";
import { LATE_LANE, type Lane, type Lanes } from "./Lane.ts";

/** The lanes of a currency in a block. */
export async function readLanes(
  program: Program,
  currency: Currency,
  lane: number,
  block: bigint,
): Promise<Lanes> {
  const asked = [lane, LATE_LANE].map((one) => [BigInt(one), currency.address] as const);
  const [found, { timestamp }] = await Promise.all([
    readEach(program, "laneOf", asked, block),
    program.chain.client.getBlock({ blockNumber: block }),
  ]);
  const [timely, late] = found.map(([begins, until, head], index): Lane => {
    const own = index === 0 ? lane : LATE_LANE;
    if (own !== LATE_LANE && begins === 0n) throw closedLane(lane);
    return { lane: own, earliest: Math.max(Number(begins), Number(until)), head };
  });
  if (timely === undefined || late === undefined) throw new RangeError("an RPC told no lanes");
  return { timely, late, now: Number(timestamp) };
}

function closedLane(lane: number): TributaryError {
  return new TributaryError(`The lane ${lane} is not open.`, {
    todo: `The operator opens it with \`sales open-lane --lane ${lane} --begins\` and the day of its first sale; or leave --lane out.`,
  });
}
