import { TributaryError } from "../../core/TributaryError.ts";
import { formatIsoTime } from "../../core/text/formatIsoTime.ts";
import { parseTime, TIME_FORMAT } from "../../core/text/parseTime.ts";
import type { EquityPlan } from "../equity/chain/openEquityPlan.ts";

/** So that a leave which is told now is not told too late once its transaction is in a block. */
const SLACK = 3_600;

/** When a holder is to leave: as --date says, no sooner than the plan's notice; without it as soon as that. */
export async function requireLeaveDate(
  { chain, settings }: EquityPlan,
  text: string | undefined,
): Promise<number> {
  const { timestamp } = await chain.client.getBlock();
  const earliest = Number(timestamp) + settings.notice;
  if (text === undefined) return earliest + SLACK;
  const date = parseTime(text);
  if (date === undefined)
    throw new TributaryError("--date is no time.", { found: `"${text}"`, allowed: TIME_FORMAT });
  if (date >= earliest) return date;
  throw new TributaryError("That is sooner than the plan's notice allows.", {
    found: formatIsoTime(date),
    allowed: `${formatIsoTime(earliest)} or later`,
    todo: "Give a later --date, or leave it out for the earliest.",
  });
}
