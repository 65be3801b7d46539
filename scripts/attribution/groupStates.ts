import { CONVERSION, START, type Transitions } from "./Transitions.ts";

/** The states of a chain in the order of the channel they end in, and where each transition lies in the chain's matrix. */
export interface Grouped {
  readonly states: number;
  /** The channels that some state ends in, ascending. */
  readonly groups: Int32Array;
  /** The first state of each group; one more for the end. */
  readonly starts: Int32Array;
  /** The row and the column of each transition. */
  readonly rows: Int32Array;
  readonly columns: Int32Array;
}

/** Numbers the states that the transitions name, those that end in one channel next to each other. */
export function groupStates({ channels, before, from, to, count }: Transitions): Grouped {
  const width = channels + 1;
  const keyOf = (last: number, previous: number) =>
    before === undefined ? last : last * width + previous + 1;
  const keys = new Set<number>();
  for (let index = 0; index < count.length; index += 1) {
    const last = from[index] as number;
    const next = to[index] as number;
    if (last !== START) keys.add(keyOf(last, before?.[index] ?? START));
    if (next >= 0) keys.add(keyOf(next, last));
  }
  // Doubles: the keys of pairs do not fit 32 bits.
  const ordered = Float64Array.from(keys).sort();
  const stateOf = new Map(Array.from(ordered, (key, state) => [key, state]));
  const states = ordered.length;
  const rows = from.map((last, index) =>
    last === START ? states : (stateOf.get(keyOf(last, before?.[index] ?? START)) ?? 0),
  );
  const columns = to.map((next, index) => {
    if (next < 0) return next === CONVERSION ? states : states + 1;
    return stateOf.get(keyOf(next, from[index] ?? START)) ?? 0;
  });
  const channelOf = Int32Array.from(ordered, (key) =>
    before === undefined ? key : Math.floor(key / width),
  );
  return { states, rows, columns, ...groupsOf(channelOf) };
}

function groupsOf(channelOf: Int32Array): { groups: Int32Array; starts: Int32Array } {
  const groups: number[] = [];
  const starts: number[] = [];
  for (const [state, channel] of channelOf.entries()) {
    if (channel === groups.at(-1)) continue;
    groups.push(channel);
    starts.push(state);
  }
  return {
    groups: Int32Array.from(groups),
    starts: Int32Array.from([...starts, channelOf.length]),
  };
}
