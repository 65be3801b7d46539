import { type PowerName, WAYS } from "../../core/deal/POWERS.ts";
import { TributaryError } from "../../core/TributaryError.ts";
import { listOf } from "../../core/text/listOf.ts";
import type { Program } from "../chain/openProgram.ts";
import { type Proposed, readPowers } from "../chain/powers/readPowers.ts";

/** What is proposed for a power: in the way that is named, or else the one thing that fits. */
export async function requireProposal(
  program: Program,
  power: PowerName,
  way: string | undefined,
  fits: (proposed: Proposed) => boolean,
): Promise<Proposed> {
  if (way !== undefined && !WAYS.some((one) => one === way)) {
    throw new TributaryError(`"${way}" is no way of passing a power on.`, {
      allowed: listOf(WAYS),
    });
  }
  const { proposals = [] } = (await readPowers(program)).find((one) => one.power === power) ?? {};
  const found = proposals.filter((one) => (way === undefined ? fits(one) : one.way === way));
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  throw new TributaryError(
    only === undefined
      ? `No such proposal waits for the power of the ${power}.`
      : `Several proposals wait for the power of the ${power}.`,
    {
      ...(proposals.length > 0 && {
        found: proposals.map((one) => `${one.way} to ${one.to}`).join(", "),
      }),
      todo: only === undefined ? "`roles show` tells what waits." : "Name one with --way.",
    },
  );
}
