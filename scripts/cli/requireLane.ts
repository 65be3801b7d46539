import { TributaryError } from "../../core/TributaryError.ts";

/** The highest number of a lane. */
const LAST = 15;

/** The lane that an option gives by its number, from `first` on. */
export function requireLane(text: string, first: number): number {
  const lane = /^\d{1,2}$/.test(text) ? Number(text) : LAST + 1;
  if (lane >= first && lane <= LAST) return lane;
  throw new TributaryError("The option --lane is not the number of a lane.", {
    found: `"${text}"`,
    allowed: `${first} to ${LAST}`,
  });
}
