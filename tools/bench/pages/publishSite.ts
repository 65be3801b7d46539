import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, preview } from "vite";
import { type StartWeight, startWeights } from "./startWeights.ts";

const CONFIG = fileURLToPath(new URL("../../../frontend/vite.config.ts", import.meta.url));

export interface PublishedSite {
  readonly url: string;
  readonly weights: () => readonly StartWeight[];
  /** Puts a programs.json at its root; `null` takes it away. */
  readonly list: (content: object | null) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Builds the site into a folder, beside what lies there, and serves it as plain files. */
export async function publishSite(outDir: string): Promise<PublishedSite> {
  const shared = { configFile: CONFIG, logLevel: "error" } as const;
  const built = await build({
    ...shared,
    build: { outDir, emptyOutDir: false, reportCompressedSize: false },
  });
  if (!("output" in built)) throw new Error("The site is not built once.");
  const server = await preview({
    ...shared,
    build: { outDir },
    preview: { host: "127.0.0.1", port: 0 },
  });
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error("The site has no address.");
  const programs = join(outDir, "programs.json");
  return {
    url,
    weights: () => startWeights(built),
    list: (content) =>
      content === null
        ? rm(programs, { force: true })
        : writeFile(programs, JSON.stringify(content)),
    close: () => server.close(),
  };
}
