import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishSite } from "../../../tools/bench/pages/publishSite.ts";

export interface RunningSite {
  readonly url: string;
  /** Puts another programs.json at the site's root; `undefined` puts back the usual one, `null` takes it away. */
  readonly setPrograms: (content: object | null | undefined) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Publishes the site in a folder of its own.
 *
 * @param usual What its programs.json holds.
 */
export async function startSite(usual: object): Promise<RunningSite> {
  const folder = await mkdtemp(join(tmpdir(), "tributary-site-"));
  const { url, list, close } = await publishSite(folder);
  await list(usual);
  return {
    url,
    setPrograms: (content) => list(content === undefined ? usual : content),
    stop: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
