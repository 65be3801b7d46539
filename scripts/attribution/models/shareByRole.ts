import { gatherGroups } from "./gatherGroups.ts";
import type { ShareTimes, ShareTouches } from "./Touches.ts";
import { WEIGHT } from "./WEIGHT.ts";

/** Each role that was played has the whole, for it has a rate of its own; the touches of one share it by another model. */
export function shareByRole(within: ShareTimes): ShareTouches {
  let own = new Int32Array(64);
  return (touches, from, to, shares) => {
    if (to - from > own.length) own = new Int32Array(2 * (to - from));
    const { count, ends, members, seconds } = gatherGroups(touches, from, to);
    let first = 0;
    for (let role = 0; role < count; role += 1) {
      const end = ends[role] as number;
      // Most roles are played once.
      if (end - first === 1) own[first] = WEIGHT;
      else within({ seconds }, first, end, own);
      first = end;
    }
    for (let place = 0; place < first; place += 1) {
      shares[members[place] as number] = own[place] as number;
    }
  };
}
