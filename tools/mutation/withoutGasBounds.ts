import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./Workspace.ts";

const FILE = "test/solidity/support/GasBounds.sol";
const YES = "bool constant BOUNDS_GAS = true;";

/** The file that says whether tests bound gas, saying no: for builds whose contracts count what they run. */
export function withoutGasBounds(): [file: string, text: string] {
  const text = readFileSync(join(ROOT, FILE), "latin1");
  if (!text.includes(YES)) throw new Error(`${FILE} does not say "${YES}".`);
  return [FILE, text.replace(YES, YES.replace("true", "false"))];
}
