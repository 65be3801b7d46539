import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, rmSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";

const SOURCES = [
  "frontend/**/*.{ts,tsx,css,html,svg,json}",
  ...["core/**/*.ts", "generated/*.ts", "package-lock.json"],
];

/** Builds the site once for each state of its sources. Returns the folder it lies in. */
export async function buildSite(root: string): Promise<string> {
  const folder = join(root, ".cache", "site");
  const built = join(folder, hashSources(root));
  if (existsSync(built)) return built;
  const unfinished = `${built}.${process.pid}`;
  process.once("exit", () => rmSync(unfinished, { recursive: true, force: true }));
  await build({
    configFile: join(root, "frontend", "vite.config.ts"),
    logLevel: "warn",
    build: { outDir: unfinished, emptyOutDir: true },
  });
  // Appears whole, whoever builds at the same time.
  await rename(unfinished, built).catch(() => {});
  return built;
}

function hashSources(root: string): string {
  const hash = createHash("sha256");
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: root })).sort();
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex").slice(0, 16);
}
