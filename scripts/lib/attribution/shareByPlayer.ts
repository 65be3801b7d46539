import { gatherGroup, groupsOf } from "./gatherGroups.ts";
import { largestRemainder } from "./largestRemainder.ts";
import type { ShareTouches } from "./Touches.ts";

/** The weight of each player for a sale. */
export type WeightsOf = (sale: number) => readonly number[];

/**
 * Each player on a sale's path gets a share in proportion to its weight, whatever the number of its touches, which share
 * it equally. Where all players of a path have the weight 0, they count the same.
 */
export function shareByPlayer(weightsOf: WeightsOf): ShareTouches {
  let room = createRoom(64);
  return (touches, from, to, shares) => {
    if (to - from > room.own.length) room = createRoom(2 * (to - from));
    const { parts, ones, own, players } = room;
    const weights = weightsOf(touches.sales[from] as number);
    const found = groupsOf(touches, from, to);
    let sum = 0;
    for (const [place, player] of found.entries()) {
      parts[place] = weights[player] ?? 0;
      sum += parts[place] as number;
    }
    largestRemainder(sum > 0 ? parts : ones, 0, found.length, players);
    for (const [place, player] of found.entries()) {
      const { length, members } = gatherGroup(touches, player, from, to);
      largestRemainder(ones, 0, length, own, players[place]);
      for (let touch = 0; touch < length; touch += 1) {
        shares[members[touch] as number] = own[touch] as number;
      }
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
