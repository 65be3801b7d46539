import { gzipSync } from "node:zlib";
import type { Rolldown } from "vite";

/** Pages, each in a part of the site of its own. */
const PAGES = ["ProgramPage", "PartnerPage", "PlanPage", "HolderPage"] as const;

export interface StartWeight {
  readonly page: (typeof PAGES)[number];
  /** Thousands of bytes of JavaScript, packed, that have to come before the page can show a number. */
  readonly kilobytes: number;
}

/** What each page of a built site begins with: the site's entry, the page, and all that these import at once. */
export function startWeights({ output }: Rolldown.RolldownOutput): StartWeight[] {
  const chunks = new Map(
    output.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file] as const] : [])),
  );
  const entry = [...chunks.values()].filter(({ isEntry }) => isEntry);
  return PAGES.map((page) => {
    const own = [...chunks.values()].filter(({ name }) => name === page);
    if (own.length !== 1) throw new Error(`The site has ${own.length} parts called ${page}.`);
    const needed = new Set<string>();
    const waiting = [...entry, ...own];
    for (let chunk = waiting.pop(); chunk !== undefined; chunk = waiting.pop()) {
      if (needed.has(chunk.fileName)) continue;
      needed.add(chunk.fileName);
      waiting.push(...chunk.imports.flatMap((name) => chunks.get(name) ?? []));
    }
    const bytes = [...needed].map((name) => gzipSync(chunks.get(name)?.code ?? "").length);
    return { page, kilobytes: bytes.reduce((sum, size) => sum + size, 0) / 1_000 };
  });
}
