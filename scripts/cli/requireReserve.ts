import { FOR_MILESTONES } from "../../core/ledger/lineEvents.ts";
import { TributaryError } from "../../core/TributaryError.ts";
import type { Program } from "../chain/openProgram.ts";
import type { CommandOptions } from "./CommandOptions.ts";
import { requireLine } from "./requireLine.ts";

/** What a reserve backs. */
export interface Reserve {
  readonly backs: bigint;
  readonly name: string;
}

/** The reserve that is named: that of a guaranteed line, or of milestones where no line is. */
export function requireReserve(program: Program, options: CommandOptions<"line">): Reserve {
  const { line } = options;
  if (line !== undefined && line !== "") {
    const { index, line: found } = requireLine(program, options);
    return { backs: BigInt(index), name: found.name };
  }
  if (program.terms.milestones.length > 0) return { backs: FOR_MILESTONES, name: "milestones" };
  throw new TributaryError("The option --line is missing, and the terms have no milestones.", {
    todo: "Name the guaranteed line that the reserve backs: --line …",
  });
}
