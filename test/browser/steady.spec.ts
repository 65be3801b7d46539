import type { Page } from "@playwright/test";
import { accountAt } from "./support/accountAt.ts";
import { expect, test } from "./support/test.ts";
import { holderUrl, partnerUrl, programUrl } from "./support/urls.ts";
import { ACTORS } from "./support/World.ts";

// Whoever reaches for a button must not find another one in its place: as a page fills, nothing that is in sight moves.

/** What the field calls good is 0.1; see https://web.dev/articles/cls. */
const MOST = 0.02;

const PARTNER = accountAt(ACTORS.partners[0]).address;

for (const [device, viewport] of [
  ["desktop", { width: 1280, height: 800 }],
  ["phone", { width: 390, height: 844 }],
] as const) {
  test.describe(device, () => {
    test.use({ viewport });

    test("a program's page fills without moving", async ({ page, world, site }) => {
      await watch(page);
      await page.goto(programUrl(site, world.rpcUrl, world.program));
      await expect(page.getByText("Proved to the last event")).toBeVisible();
      const sales = page.getByRole("region", { name: "Sales", exact: true });
      await expect(sales).toContainText("16 sales");
      await expectSteady(page);
    });

    test("a partner's page fills without moving", async ({ page, world, site }) => {
      await watch(page);
      await page.goto(partnerUrl(site, world.rpcUrl, world.program, PARTNER));
      await expect(page.getByRole("region", { name: "Table: Lines" })).toBeVisible();
      await expect(page.getByRole("button", { name: /claim/i }).first()).toBeVisible();
      await expectSteady(page);
    });

    test("a plan's pages fill without moving", async ({ page, world, site }) => {
      await watch(page);
      await page.goto(programUrl(site, world.rpcUrl, world.plan));
      await expect(page.getByRole("region", { name: "Table: Grants" })).toBeVisible();
      await expectSteady(page);
      await page.goto(holderUrl(site, world.rpcUrl, world.plan, PARTNER));
      await expect(page.getByRole("button", { name: /claim/i }).first()).toBeVisible();
      await expectSteady(page);
    });
  });
}

interface Shift {
  readonly value: number;
  /** What moved, for whoever has to mend it. */
  readonly moved: readonly string[];
}

declare global {
  interface Window {
    shifts: Shift[];
  }
}

async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifts = [];
    type Entry = PerformanceEntry & {
      readonly value: number;
      readonly hadRecentInput: boolean;
      readonly sources: readonly { readonly node: Node | null }[];
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Entry[]) {
        const { value, hadRecentInput, sources } = entry;
        const moved = sources.map(({ node }) => node?.textContent?.slice(0, 60) ?? "");
        if (!hadRecentInput) window.shifts.push({ value, moved });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

async function expectSteady(page: Page): Promise<void> {
  const shifts = await page.evaluate(() => window.shifts);
  const all = shifts.reduce((sum, { value }) => sum + value, 0);
  expect(all, JSON.stringify(shifts, null, 1)).toBeLessThanOrEqual(MOST);
}
