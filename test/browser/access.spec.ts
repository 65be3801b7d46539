import { shortenHex } from "../../core/text/shortenHex.ts";
import { accountAt } from "./support/accountAt.ts";
import { expectSound } from "./support/expectSound.ts";
import { installWallet } from "./support/installWallet.ts";
import { onEachScreen } from "./support/onEachScreen.ts";
import { onItsOwnChain } from "./support/onItsOwnChain.ts";
import { expect, test } from "./support/test.ts";
import { partnerUrl, programUrl } from "./support/urls.ts";
import { visitAs } from "./support/visitAs.ts";
import { ACTORS } from "./support/World.ts";

const PARTNER = accountAt(ACTORS.partners[0]);

onEachScreen(() => {
  test("the program's page has no accessibility violation", async ({ page, world, site }) => {
    await page.goto(programUrl(site, world.rpcUrl, world.program));
    const sales = page.getByRole("region", { name: "Sales", exact: true });
    await sales.locator("button[aria-expanded]").nth(2).click();
    await expect(sales.getByText("residual")).toBeVisible();
    await expectSound(page);
    await page.getByRole("radio", { name: "Table" }).click();
    await expectSound(page);
  });

  test("a partner's page has no accessibility violation", async ({ page, world, site }) => {
    const url = partnerUrl(site, world.rpcUrl, world.program, PARTNER.address);
    const wallet = await visitAs(page, PARTNER, url);
    wallet.answer = "reject";
    await expectSound(page);
    await page
      .getByRole("button", { name: /^Claim/ })
      .last()
      .click();
    await expect(page.getByText("You declined in your wallet")).toBeVisible();
    await page.getByRole("button", { name: "0x90F7" }).first().click();
    await expectSound(page);
  });
});

test("a phone shows what a line came to without scrolling sideways", async ({
  page,
  world,
  site,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(partnerUrl(site, world.rpcUrl, world.program, PARTNER.address));
  const table = page.getByRole("region", { name: "Table: Lines" });
  await expect(
    table
      .getByText(/^Held, locks on/)
      .locator("visible=true")
      .first(),
  ).toBeVisible();
  const beyond = await table.evaluate((one) => one.scrollWidth - one.clientWidth);
  expect(beyond).toBe(0);
});

test("the start page has no accessibility violation", async ({ page, site }) => {
  await page.goto(site.url);
  await page.getByRole("button", { name: "Show it" }).click();
  await expect(page.getByText("It must be an address")).toBeVisible();
  await expectSound(page);
});

test("the page is used by keyboard alone", async ({ page, world, site }) => {
  await page.goto(programUrl(site, world.rpcUrl, world.program));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  const sale = page
    .getByRole("region", { name: "Sales", exact: true })
    .locator("button[aria-expanded]")
    .first();
  for (let presses = 0; presses < 30; presses++) {
    if (await sale.evaluate((button) => button === button.ownerDocument.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(sale).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(sale).toHaveAttribute("aria-expanded", "true");
});

test("connecting and claiming by keyboard keeps the focus where it was", async ({
  page,
  world,
  site,
}) => {
  await onItsOwnChain(world, async () => {
    await installWallet(page, world.rpcUrl, PARTNER);
    await page.goto(partnerUrl(site, world.rpcUrl, world.program, PARTNER.address));
    await page.getByRole("button", { name: "Connect wallet" }).press("Enter");
    await expect(page.getByRole("button", { name: "Test Wallet" })).toBeFocused();
    await page.keyboard.press("Enter");
    const wallet = page.getByRole("button", { name: shortenHex(PARTNER.address), exact: true });
    await expect(wallet).toBeFocused();
    const money = page.getByRole("region", { name: "Money in USDC" });
    await money.getByRole("button", { name: /^Claim/ }).press("Enter");
    await expect(money.getByRole("status").filter({ hasText: "Paid" })).toBeVisible();
    const where = await money.evaluate((card) => ({
      isInCard: card.contains(document.activeElement),
      isSmall: document.activeElement !== card,
    }));
    expect(where).toEqual({ isInCard: true, isSmall: true });
    await page.keyboard.press("Tab");
    await expect(money.locator(":focus")).toBeVisible();
  });
});

test("the visitor's theme goes before the system's, and is remembered", async ({
  page,
  world,
  site,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(programUrl(site, world.rpcUrl, world.program));
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByRole("radio", { name: "Dark theme" }).click();
  expect(await background()).not.toBe(light);
  await page.reload();
  expect(await background()).not.toBe(light);
});
