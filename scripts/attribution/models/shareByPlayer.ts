import { gatherGroups } from "./gatherGroups.ts";
import { largestRemainder } from "./largestRemainder.ts";
import type { ShareTouches } from "./Touches.ts";

/** The weight of each player for a sale at that time, in UTC seconds. */
export type WeightsOf = (saleSeconds: number) => readonly number[];

/**
 * Each player on a sale's path gets a share in proportion to its weight, whatever the number of its touches, which share
 * it equally. Where all players of a path have the weight 0, they count the same.
 */
export function shareByPlayer(weightsOf: WeightsOf): ShareTouches {
  let room = createRoom(64);
  return (touches, from, to, shares, saleSeconds) => {
    if (to - from > room.own.length) room = createRoom(2 * (to - from));
    const { parts, ones, own, players } = room;
    const weights = weightsOf(saleSeconds);
    const { count, groups, ends, members } = gatherGroups(touches, from, to);
    let sum = 0;
    for (let place = 0; place < count; place += 1) {
      parts[place] = weights[groups[place] as number] ?? 0;
      sum += parts[place] as number;
    }
    largestRemainder(sum > 0 ? parts : ones, 0, count, players);
    let first = 0;
    for (let place = 0; place < count; place += 1) {
      const end = ends[place] as number;
      largestRemainder(ones, first, end, own, players[place]);
      first = end;
    }
    for (let place = 0; place < first; place += 1) {
      shares[members[place] as number] = own[place] as number;
    }
  };
}

function createRoom(size: number) {
  return {
    parts: new Float64Array(size),
    ones: new Float64Array(size).fill(1),
    players: new Int32Array(size),
    own: new Int32Array(size),
  };
}
