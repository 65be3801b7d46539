import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { roomOf } from "./roomOf.ts";

export interface Lines {
  readonly raw: number;
  /** Neither blank nor a comment alone. */
  readonly code: number;
}

const PRODUCT = "{contracts,core,scripts,frontend/src,ignition}/**/*.{sol,ts,tsx}";
const OTHER = /^contracts\/mocks\/|\.test\.tsx?$/;
/** What only developers run lay inside scripts/ before it had a folder of its own. */
const TOOLS =
  /^scripts\/((bench|checks|coverage|docs|mutation|proofs|roles)\/|(check-all|coverage|fuzz-\w+|mutate|prove|test-kills|write-\w+)\.ts$)/;

/** The lines of product code by room: no tests, no mocks, nothing generated, no tools. */
export function countLines(folder: string): Map<string, Lines> {
  const rooms = new Map<string, Lines>();
  for (const file of globSync(PRODUCT, { cwd: folder }).toSorted()) {
    if (OTHER.test(file) || TOOLS.test(file)) continue;
    const counted = linesOf(readFileSync(join(folder, file), "utf8"));
    const { raw, code } = rooms.get(roomOf(file)) ?? { raw: 0, code: 0 };
    rooms.set(roomOf(file), { raw: raw + counted.raw, code: code + counted.code });
  }
  return rooms;
}

function linesOf(text: string): Lines {
  const lines = text.replace(/\n$/, "").split("\n");
  let inComment = false;
  let code = 0;
  for (const line of lines.map((whole) => whole.trim())) {
    const opens = line.startsWith("/*") || line.startsWith("{/*");
    if (line !== "" && !inComment && !opens && !line.startsWith("//")) code += 1;
    inComment = (inComment || opens) && !line.includes("*/");
  }
  return { raw: lines.length, code };
}
