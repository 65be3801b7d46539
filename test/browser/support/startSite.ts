import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, preview } from "vite";

const CONFIG = fileURLToPath(new URL("../../../frontend/vite.config.ts", import.meta.url));

export interface RunningSite {
  readonly url: string;
  /** Puts another programs.json at the site's root; `undefined` puts back the usual one, `null` takes it away. */
  readonly setPrograms: (content: object | null | undefined) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Builds the site as it is published and serves it as plain files.
 *
 * @param usual What its programs.json holds.
 */
export async function startSite(usual: object): Promise<RunningSite> {
  const outDir = await mkdtemp(join(tmpdir(), "tributary-site-"));
  const shared = { configFile: CONFIG, logLevel: "error" } as const;
  await build({ ...shared, build: { outDir, emptyOutDir: true, reportCompressedSize: false } });
  const server = await preview({
    ...shared,
    build: { outDir },
    preview: { host: "127.0.0.1", port: 0 },
  });
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error("The site for the browser tests has no address.");
  const programs = join(outDir, "programs.json");
  const write = (content: object): Promise<void> => writeFile(programs, JSON.stringify(content));
  await write(usual);
  return {
    url,
    setPrograms: (content) =>
      content === null ? rm(programs, { force: true }) : write(content ?? usual),
    stop: async () => {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
