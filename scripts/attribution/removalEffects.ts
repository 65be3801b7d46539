import { type Chain, eliminate } from "./eliminate.ts";
import { type Grouped, groupStates } from "./groupStates.ts";
import { refuseManyStates } from "./refuseManyStates.ts";
import type { Transitions } from "./Transitions.ts";

/**
 * For each channel, the part of all sales that would be lost without it: 1 less the chance of a sale where whoever would
 * come to the channel leaves instead, divided by the chance of one as it is. It is solved, not simulated.
 *
 * Order 1 has a state for each channel, order 2 for each two channels in a row, or a first one; without a channel, all
 * states are gone that contain it. A path comes to such a state only through one that ends in the channel, so those
 * are the ones to cut: the effect is the share of sales that pass through them.
 *
 * To cut each channel in turn, half of them are taken out of the chain and the other half is cut up in the same
 * way: all effects cost little more than one solution. Sums run in a fixed order, so that the result is the same to the bit
 * on every machine. Equal channels in a row change nothing in order 1, for a way to oneself leads nowhere; in order 2
 * they are states of their own.
 */
export function removalEffects(transitions: Transitions): Float64Array {
  const grouped = groupStates(transitions);
  refuseManyStates(grouped.states, transitions.before === undefined ? 1 : 2);
  const effects = new Float64Array(transitions.channels);
  if (grouped.groups.length > 0) cut(toChain(transitions, grouped), grouped, effects);
  return effects;
}

function cut(chain: Chain, { groups, starts }: Grouped, effects: Float64Array): void {
  /** Of the groups `low ≤ group < high`, which are all that the chain still has. */
  const cutEach = (part: Chain, low: number, high: number): void => {
    if (high - low === 1) {
      effects[groups[low] as number] = shareThrough(part);
      return;
    }
    const middle = (low + high) >>> 1;
    const left = (starts[middle] as number) - (starts[low] as number);
    const right = part.states - left;
    cutEach(eliminate(turned(part, left), right), low, middle);
    cutEach(eliminate(part, left), middle, high);
  };
  cutEach(chain, 0, groups.length);
}

/** The part of the sales that pass through the states of a chain. Uses the chain up. */
function shareThrough(chain: Chain): number {
  const { ways, offset, stride, states } = chain;
  const sale = offset + states * stride + states;
  const past = ways[sale] as number;
  ways[sale] = 0;
  eliminate(chain, states);
  const through = ways[sale] as number;
  return through === 0 ? 0 : through / (past + through);
}

/** A copy with the first states moved behind the others. */
function turned({ ways, offset, stride, states }: Chain, first: number): Chain {
  const width = states + 2;
  const copy = new Float64Array((states + 1) * width);
  for (let row = 0; row <= states; row += 1) {
    const source = offset + (row < states ? (row + first) % states : row) * stride;
    const target = row * width;
    copy.set(ways.subarray(source + first, source + states), target);
    copy.set(ways.subarray(source, source + first), target + states - first);
    copy.set(ways.subarray(source + states, source + width), target + states);
  }
  return { ways: copy, offset: 0, stride: width, states };
}

function toChain({ count }: Transitions, { states, rows, columns }: Grouped): Chain {
  const width = states + 2;
  const ways = new Float64Array((states + 1) * width);
  for (let index = 0; index < count.length; index += 1) {
    const cell = (rows[index] as number) * width + (columns[index] as number);
    ways[cell] = (ways[cell] as number) + (count[index] as number);
  }
  return { ways, offset: 0, stride: width, states };
}
