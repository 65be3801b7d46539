import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Puts a commit's files into a folder of their own, which the caller removes. */
export function checkOut(commit: string): string {
  const folder = mkdtempSync(join(tmpdir(), "tributary-structure-"));
  const archive = execFileSync("git", ["archive", "--format=tar", commit], { maxBuffer: 2 ** 30 });
  execFileSync("tar", ["-x", "-C", folder], { input: archive });
  return folder;
}
