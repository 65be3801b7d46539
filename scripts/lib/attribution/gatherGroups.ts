import type { Touches } from "./Touches.ts";

/** The touches of one group of a sale. The next group uses the same room. */
export interface Gathered {
  readonly group: number;
  readonly length: number;
  /** Where each of them lies. */
  readonly members: Int32Array;
  readonly ages: Int32Array;
}

interface Room {
  readonly groups: Int32Array;
  readonly members: Int32Array;
  readonly ages: Int32Array;
}

let room = createRoom(64);

/** The groups that the touches of a sale belong to, in the order of their first ones. */
export function groupsOf({ groups }: Touches, from: number, to: number): Int32Array {
  if (to - from > room.groups.length) room = createRoom(2 * (to - from));
  const found = room.groups;
  let count = 0;
  for (let index = from; index < to; index += 1) {
    const group = groups[index] as number;
    let place = 0;
    while (place < count && found[place] !== group) place += 1;
    if (place < count) continue;
    found[count] = group;
    count += 1;
  }
  return found.subarray(0, count);
}

export function gatherGroup(touches: Touches, group: number, from: number, to: number): Gathered {
  const { members, ages } = room;
  let length = 0;
  for (let index = from; index < to; index += 1) {
    if (touches.groups[index] !== group) continue;
    members[length] = index;
    ages[length] = touches.ages[index] as number;
    length += 1;
  }
  return { group, length, members, ages };
}

function createRoom(size: number): Room {
  const columns = Array.from({ length: 3 }, () => new Int32Array(size));
  const [groups, members, ages] = columns as [Int32Array, Int32Array, Int32Array];
  return { groups, members, ages };
}
