import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { LimitedNode } from "./limitedNode.ts";

/** What a visit took: seconds, and what the page was busy with. */
export interface Visit {
  /** Until the program's numbers are there, or a party's balance and its claim. */
  readonly numbers: number;
  readonly newestSale: number;
  /** Until all that the program remembers is read; undefined where that was not waited for. */
  readonly whole: number | undefined;
  readonly proved: number | undefined;
  /** The longest task of the page's thread, in ms. */
  readonly longestTask: number;
  /** Of the page, without its worker. */
  readonly heap: number;
  readonly requests: number;
  readonly layoutShift: number;
}

interface Watch {
  longestTask: number;
  layoutShift: number;
}

declare global {
  interface Window {
    watch: Watch;
  }
}

export async function openContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(() => {
    const watch: Watch = { longestTask: 0, layoutShift: 0 };
    window.watch = watch;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        watch.longestTask = Math.max(watch.longestTask, duration);
    }).observe({ type: "longtask", buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (!("hadRecentInput" in entry && entry.hadRecentInput) && "value" in entry)
          watch.layoutShift += Number(entry.value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  return context;
}

/** Opens a program's page and waits until what it shows is there. */
export async function visitProgram(
  context: BrowserContext,
  url: string,
  node: LimitedNode,
  { sales, mostSeconds }: { readonly sales: number; readonly mostSeconds: number },
): Promise<Visit> {
  node.counts.requests = 0;
  const page = await context.newPage();
  const started = performance.now();
  const since = (): number => (performance.now() - started) / 1_000;
  await page.goto(url);
  await page.getByText("The program holds").waitFor();
  const numbers = since();
  const requests = node.counts.requests;
  const table = page.getByRole("region", { name: "Sales", exact: true });
  await table
    .locator("button[aria-expanded]")
    .first()
    .waitFor({ timeout: mostSeconds * 1_000 });
  const newestSale = since();
  const words = `${sales.toLocaleString("en")} sales`;
  const whole = await waited(page, words, mostSeconds, since);
  const proved = whole && (await waited(page, "Proved to the last event", mostSeconds, since));
  const { longestTask, layoutShift } = await page.evaluate(() => window.watch);
  const heap = await heapOf(page);
  await page.close();
  return { numbers, newestSale, whole, proved, longestTask, layoutShift, heap, requests };
}

/** Opens a party's page; returns after how many seconds its balance and the claim were there. */
export async function visitParty(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  const started = performance.now();
  await page.goto(url);
  await page.getByRole("button", { name: /claim/i }).first().waitFor();
  const seconds = (performance.now() - started) / 1_000;
  await page.close();
  return seconds;
}

async function waited(
  page: Page,
  words: string,
  seconds: number,
  since: () => number,
): Promise<number | undefined> {
  try {
    await page
      .getByText(words)
      .first()
      .waitFor({ timeout: seconds * 1_000 });
    return since();
  } catch {
    return undefined;
  }
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize / 2 ** 20;
}
