import type { Page } from "@playwright/test";
import { accountAt } from "./support/accountAt.ts";
import { PAYLOADS } from "./support/PAYLOADS.ts";
import { expect, test } from "./support/test.ts";
import { holderUrl, partnerUrl, programUrl } from "./support/urls.ts";
import { ACTORS } from "./support/World.ts";

// Security row "script in a token symbol or name runs in the page": every name of the hostile program is a piece of a
// page with a script in it. Once with the content security policy and once without it, so that neither hides behind the
// other.

for (const csp of ["with", "without"] as const) {
  test.describe(`${csp} the content security policy`, () => {
    test.use({ bypassCSP: csp === "without" });

    test("names that are scripts stay text on the program's page", async ({
      page,
      world,
      site,
    }) => {
      await page.goto(programUrl(site, world.rpcUrl, world.hostile));
      await expect(page.getByRole("heading", { level: 1 })).toContainText(PAYLOADS[0]);
      for (const table of await page.getByRole("radio", { name: "Table" }).all())
        await table.click();
      const sales = page.getByRole("region", { name: "Sales", exact: true });
      // Until all are read, more may come between two clicks.
      await expect(sales).toContainText(/\d+ sales in/);
      for (const sale of await sales.locator("button[aria-expanded]").all()) await sale.click();
      await expect(sales.getByText("Refund", { exact: true }).first()).toBeVisible();
      await expectOnlyText(page);
    });

    test("names that are scripts stay text on a partner's page", async ({ page, world, site }) => {
      for (const index of [ACTORS.partners[0], ACTORS.technology, ACTORS.treasury]) {
        const { address } = accountAt(index);
        await page.goto(partnerUrl(site, world.rpcUrl, world.hostile, address));
        await expect(page.getByRole("region", { name: /^Money in <img/ })).toBeVisible();
        await expect(page.getByRole("region", { name: "Payments", exact: true })).toBeVisible();
        await expectOnlyText(page);
      }
    });

    test("names that are scripts stay text on a plan's pages", async ({ page, world, site }) => {
      await page.goto(programUrl(site, world.rpcUrl, world.hostilePlan));
      await expect(page.getByRole("heading", { level: 1 })).toContainText(PAYLOADS[0]);
      const flow = page.getByRole("region", { name: "Where the money goes", exact: true });
      await expect(flow.getByRole("img")).toBeVisible();
      await expectOnlyText(page);
      await flow.getByRole("radio", { name: "Table" }).click();
      await expectOnlyText(page);
      const { address } = accountAt(ACTORS.partners[0]);
      await page.goto(holderUrl(site, world.rpcUrl, world.hostilePlan, address));
      await expect(page.getByRole("region", { name: /^Money in <img/ })).toBeVisible();
      await expect(page.getByRole("region", { name: "What happened", exact: true })).toBeVisible();
      await expectOnlyText(page);
    });

    test("names in a deal under way stay text", async ({ page, world, site }) => {
      await page.goto(programUrl(site, world.rpcUrl, world.hostileDeal));
      const amendments = page.getByRole("region", { name: "Amendments", exact: true });
      await expect(amendments.getByText("Then:").first()).toBeVisible();
      await expect(amendments).toContainText("veteran");
      const disputes = page.getByRole("region", { name: "Disputes", exact: true });
      await expect(disputes).toContainText("never delivered");
      const sales = page.getByRole("region", { name: "Sales", exact: true });
      // Until all are read, more may come between two clicks.
      await expect(sales).toContainText(/\d+ sales in/);
      for (const sale of await sales.locator("button[aria-expanded]").all()) await sale.click();
      await expect(sales.getByText("Disputed by partner").first()).toBeVisible();
      await expectOnlyText(page);
      const { address } = accountAt(ACTORS.partners[0]);
      await page.goto(partnerUrl(site, world.rpcUrl, world.hostileDeal, address));
      const progress = page.getByRole("region", { name: "Tiers and milestones", exact: true });
      await expect(progress).toContainText("first sales");
      await expectOnlyText(page);
    });
  });
}

test("a terms file at a javascript: address is no link", async ({ page, world, site }) => {
  for (const program of [world.hostile, world.hostileDeal]) {
    await page.goto(programUrl(site, world.rpcUrl, program));
    await expect(page.getByText("Proved to the last event")).toBeVisible();
    const targets = await page
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    expect(targets.filter((target) => !/^(#|https?:)/.test(target))).toEqual([]);
  }
});

test("the policy stops a script that got into the page all the same", async ({
  page,
  world,
  site,
  complaints,
}) => {
  await page.goto(programUrl(site, world.rpcUrl, world.program));
  await page.evaluate((payload) => {
    document.body.insertAdjacentHTML("beforeend", payload);
  }, PAYLOADS[0]);
  await expect.poll(() => complaints.length).toBeGreaterThan(0);
  expect(await page.evaluate(() => "pwned" in window)).toBe(false);
  complaints.length = 0;
});

async function expectOnlyText(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    pwned: "pwned" in window,
    elements: document.querySelectorAll(
      "#root img, #root iframe, #root script, #root [onload], #root [onerror]",
    ).length,
  }));
  expect(found).toEqual({ pwned: false, elements: 0 });
}
