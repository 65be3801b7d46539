import { requireOption } from "../../core/requireOption.ts";
import { findLine, type PlacedLine } from "../chain/lines/findLine.ts";
import type { Program } from "../chain/openProgram.ts";
import type { CommandOptions } from "./CommandOptions.ts";

/** The standing line that a command cannot do without. */
export function requireLine(program: Program, { line }: CommandOptions<"line">): PlacedLine {
  return findLine(program, requireOption("line", line, "a name"));
}
