import { type Address, zeroAddress } from "viem";
import { POWERS, type PowerName, WAYS, type WayName } from "../../../core/deal/POWERS.ts";
import type { Time } from "../../../core/deal/Terms.ts";
import type { Program } from "../openProgram.ts";
import { readEach } from "../readEach.ts";

/** Who is to have a power next. */
export interface Proposed {
  readonly way: WayName;
  readonly to: Address;
  /** Who proposed it, or agreed. */
  readonly by: readonly PowerName[];
  /** When it can be accepted; undefined while the second of two has yet to agree. */
  readonly from: Time | undefined;
  readonly until: Time;
}

/** A power as it stands. */
export interface HeldPower {
  readonly power: PowerName;
  /** Undefined for nobody. */
  readonly holder: Address | undefined;
  /** Of the operator: from when on it counts as silent; of the arbiter: until when it is suspended. Undefined where neither is so. */
  readonly silentFrom: Time | undefined;
  readonly suspendedUntil: Time | undefined;
  readonly proposals: readonly Proposed[];
}

/** Who holds each power now, and what is proposed. */
export async function readPowers(program: Program): Promise<HeldPower[]> {
  const states = await readEach(
    program,
    "powerState",
    POWERS.map((_, power) => [power] as const),
  );
  return states.map(({ holder, silentFrom, suspendedUntil, proposals }, index) => ({
    power: POWERS[index] ?? "operator",
    holder: holder === zeroAddress ? undefined : holder,
    silentFrom: silentFrom === 0 ? undefined : silentFrom,
    suspendedUntil: suspendedUntil === 0 ? undefined : suspendedUntil,
    proposals: proposals.flatMap(({ to, by, from, until }, way) =>
      to === zeroAddress
        ? []
        : [
            {
              way: WAYS[way] ?? "hand-over",
              to,
              by: POWERS.filter((_, power) => (by >> power) % 2 === 1),
              from: from === 0 ? undefined : from,
              until,
            },
          ],
    ),
  }));
}
