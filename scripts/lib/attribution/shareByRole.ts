import { gatherGroup, groupsOf } from "./gatherGroups.ts";
import type { ShareTouches } from "./Touches.ts";
import { WEIGHT } from "./WEIGHT.ts";

/** Each role that was played has the whole, for it has a rate of its own; the touches of one share it by another model. */
export function shareByRole(within: ShareTouches): ShareTouches {
  let own = new Int32Array(64);
  return (touches, from, to, shares) => {
    if (to - from > own.length) own = new Int32Array(2 * (to - from));
    const { sales, parties, groups } = touches;
    for (const role of groupsOf(touches, from, to)) {
      const { length, members, ages } = gatherGroup(touches, role, from, to);
      // Most roles are played once.
      if (length === 1) own[0] = WEIGHT;
      else within({ sales, parties, groups, ages }, 0, length, own);
      for (let place = 0; place < length; place += 1) {
        shares[members[place] as number] = own[place] as number;
      }
    }
  };
}
