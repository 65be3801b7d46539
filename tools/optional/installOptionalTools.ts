import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";

const FOLDER = import.meta.dirname;
const LOCK = join(FOLDER, "package-lock.json");
const INSTALLED_LOCK = join(FOLDER, "node_modules/.package-lock.json");

/**
 * Installs the packages of tools/optional, unless they are there.
 * @returns Why it could not; undefined where it could. What of it does not run on this platform npm leaves out without a word.
 */
export async function installOptionalTools(): Promise<string | undefined> {
  if (isCurrent()) return undefined;
  console.log(
    "Installing chdb, forge and Superfluid into tools/optional (about 220 MB to download) …",
  );
  const errors = await npmCi();
  return errors && reasonOf(errors);
}

function isCurrent(): boolean {
  return existsSync(INSTALLED_LOCK) && statSync(INSTALLED_LOCK).mtimeMs >= statSync(LOCK).mtimeMs;
}

/** Resolves to what npm said where it failed. `omit` in a user's npm settings must not apply: the engines are optional packages. */
function npmCi(): Promise<string | undefined> {
  const child = spawn(
    "npm ci --include=optional --loglevel=error --prefer-offline --fetch-retries=1",
    {
      cwd: FOLDER,
      shell: true,
      stdio: ["ignore", "inherit", "pipe"],
    },
  );
  let errors = "";
  child.stderr.on("data", (text: Buffer) => {
    errors += text.toString("utf8");
  });
  return new Promise((resolve) => {
    child.on("error", ({ message }) => resolve(message));
    child.on("close", (status) => resolve(status === 0 ? undefined : errors));
  });
}

function reasonOf(errors: string): string {
  const lines = errors.split("\n").map((line) => line.replace(/^npm error\s*/, "").trim());
  return (
    lines.find((line) => line.includes(" ") && !/^(code|syscall|errno) /.test(line)) ??
    "npm ci failed"
  );
}
