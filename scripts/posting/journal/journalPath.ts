import { join } from "node:path";
import { deploymentIdOf } from "../../chain/deploy/deploymentIdOf.ts";
import type { Program } from "../../chain/openProgram.ts";
import { IN_MEMORY } from "./openJournal.ts";

/** In the project's folder. */
export const JOURNAL_FOLDER = "feed";

/** Where a program's journal lies, unless another file is named. */
export function journalPath({ chain, address }: Program, root: string): string {
  // A chain that ends with this process leaves nothing to remember.
  if (chain.connection.networkConfig.type === "edr-simulated") return IN_MEMORY;
  return join(root, JOURNAL_FOLDER, `${deploymentIdOf(chain)}-${address}.sqlite`);
}
