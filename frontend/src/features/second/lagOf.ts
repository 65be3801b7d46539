import { groupDigits } from "@core/text/groupDigits";
import { roughSpan } from "../../lib/text/roughSpan";
import type { Difference } from "./KeyNumber";

/** A node may be this far behind another, in seconds, before that is told. */
const MOST_LAG = 120n;

interface Head {
  readonly number: bigint;
  /** In seconds. */
  readonly timestamp: bigint;
}

/** The newest blocks of two nodes, where one is far behind the other. */
export function lagOf(ours: Head, theirs: Head): readonly Difference[] {
  const lag = ours.timestamp - theirs.timestamp;
  const distance = lag < 0n ? -lag : lag;
  if (distance <= MOST_LAG) return [];
  const behind = `, ${roughSpan(Number(distance))} behind`;
  const show = ({ number }: Head, isBehind: boolean): string =>
    `${groupDigits(String(number))}${isBehind ? behind : ""}`;
  return [{ what: "Newest block", ours: show(ours, lag < 0n), theirs: show(theirs, lag > 0n) }];
}
