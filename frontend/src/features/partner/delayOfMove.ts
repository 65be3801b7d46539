import { formatDuration } from "@core/text/formatDuration";
import type { Program } from "../chain/useProgram";

const DAY = 86_400;

/** When a proposed wallet or recovery address can take effect, in words. */
export function delayOfMove({ terms }: Program): string {
  const { moveDays } = terms.rules;
  return moveDays === 0 ? "at once" : `after ${formatDuration(moveDays * DAY)}`;
}
