import { requireOption } from "../../core/requireOption.ts";
import type { Program } from "../chain/openProgram.ts";
import { findPartner } from "../chain/partners/findPartner.ts";
import type { KnownPartner } from "../chain/partners/readPartners.ts";
import type { CommandOptions } from "./CommandOptions.ts";

/** The partner that a command cannot do without. */
export function requirePartner(
  program: Program,
  { partner }: CommandOptions<"partner">,
): Promise<KnownPartner> {
  return findPartner(program, requireOption("partner", partner, "a name or a wallet"));
}
