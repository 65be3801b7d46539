import type { Touches } from "./Touches.ts";

/** The touches of a sale, those of one group next to each other. The next sale uses the same room. */
export interface Gathered {
  /** How many groups there are. */
  readonly count: number;
  /** Their numbers, in the order of their first touches. */
  readonly groups: Int32Array;
  /** Where the touches of each group end below; they begin where those of the one before it end. */
  readonly ends: Int32Array;
  /** Where each of them lies. */
  readonly members: Int32Array;
  /** When each of them was. */
  readonly seconds: Uint32Array;
}

interface Room extends Gathered {
  count: number;
  /** The place of each touch's group. */
  readonly placeOf: Int32Array;
}

let room = createRoom(64);

export function gatherGroups({ groups, seconds }: Touches, from: number, to: number): Gathered {
  if (to - from > room.members.length) room = createRoom(2 * (to - from));
  findGroups(groups, from, to);
  const { count, ends, members, placeOf } = room;
  // Sizes become starts, which the touches of each group then move to their ends.
  let start = 0;
  for (let place = 0; place < count; place += 1) {
    const size = ends[place] as number;
    ends[place] = start;
    start += size;
  }
  for (let index = from; index < to; index += 1) {
    const place = placeOf[index - from] as number;
    const at = ends[place] as number;
    members[at] = index;
    room.seconds[at] = seconds[index] as number;
    ends[place] = at + 1;
  }
  return room;
}

/** Finds the groups, and how many touches each has. */
function findGroups(groups: Int32Array, from: number, to: number): void {
  const { groups: found, ends: sizes, placeOf } = room;
  let count = 0;
  for (let index = from; index < to; index += 1) {
    const group = groups[index] as number;
    let place = 0;
    while (place < count && found[place] !== group) place += 1;
    if (place === count) {
      found[count] = group;
      sizes[count] = 0;
      count += 1;
    }
    sizes[place] = (sizes[place] as number) + 1;
    placeOf[index - from] = place;
  }
  room.count = count;
}

function createRoom(size: number): Room {
  const column = () => new Int32Array(size);
  return {
    count: 0,
    groups: column(),
    ends: column(),
    members: column(),
    placeOf: column(),
    seconds: new Uint32Array(size),
  };
}
