import type { Block } from "./Block.ts";
import { openPage } from "./openPage.ts";

/**
 * Checks pages as they are asked for: a page's blocks one after the other, and the pages that follow it ahead of time, as many at
 * once as are given.
 * @returns Gives what became of a block of a page.
 */
export function checkPages(
  pages: readonly (readonly Block[])[],
  atOnce: number,
): (page: number, block: number) => Promise<void> | undefined {
  const started = new Map<number, readonly Promise<void>[]>();
  return (page, block) => {
    for (const [index, blocks] of pages.entries()) {
      const isDue = index >= page && index < page + atOnce;
      if (isDue && !started.has(index)) started.set(index, checkPage(blocks));
    }
    return started.get(page)?.[block];
  };
}

function checkPage(blocks: readonly Block[]): readonly Promise<void>[] {
  const opened = openPage();
  let before: Promise<unknown> = opened;
  const checked = blocks.map((block) => {
    const check = before.then(async () => (await opened).check(block));
    before = check.catch(() => {});
    return check;
  });
  // The last one waits until all that the page started has ended.
  const last = checked.at(-1);
  const closed = before.then(async () => (await opened).close());
  const all = last === undefined ? [] : [...checked.slice(0, -1), closed.then(() => last)];
  // Whoever asks for one later is told then; until then none is unhandled.
  for (const promise of [...checked, ...all]) promise.catch(() => {});
  return all;
}
