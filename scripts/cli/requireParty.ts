import { requireOption } from "../../core/requireOption.ts";
import { findParty, type Party } from "../chain/claim/findParty.ts";
import type { Program } from "../chain/openProgram.ts";
import { readPartners } from "../chain/partners/readPartners.ts";
import type { CommandOptions } from "./CommandOptions.ts";

/** The party that a command cannot do without: a partner, the holder of a line or a pool, the treasury, or any address. */
export async function requireParty(
  program: Program,
  { partner }: CommandOptions<"partner">,
): Promise<Party> {
  const text = requireOption("partner", partner, "a name or a wallet");
  return findParty(program, await readPartners(program), text);
}
