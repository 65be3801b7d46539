import type { Locator, Page } from "@playwright/test";
import { toId } from "../../core/ids/toId.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { accountAt } from "./support/accountAt.ts";
import { expectSound } from "./support/expectSound.ts";
import { installWallet } from "./support/installWallet.ts";
import { onEachScreen } from "./support/onEachScreen.ts";
import { onItsOwnChain } from "./support/onItsOwnChain.ts";
import { showPosted } from "./support/showPosted.ts";
import { expect, test } from "./support/test.ts";
import { programUrl } from "./support/urls.ts";
import { visitAs } from "./support/visitAs.ts";
import { ACTORS } from "./support/World.ts";

const VISITOR = accountAt(ACTORS.customer);

test("sales of one id are found together and told apart", async ({ page, world, site }) => {
  await page.goto(programUrl(site, world.rpcUrl, world.deal));
  await page.getByLabel("Find a sale by its id").fill("done-3");
  const [first, second] = [sale(page, "DONE-3").nth(1), sale(page, "DONE-3").nth(0)];
  await expect(sale(page, "DONE-3")).toHaveCount(2);
  await expect(first).toContainText("Given to others");
  await expect(second).toContainText("Duplicate");
  await expect(first).not.toContainText("Duplicate");
  await second.click();
  await expect(sales(page).getByText("A sale of the same id stands before this one")).toBeVisible();
  await expect(
    sales(page).getByText(/Posted in batch 5, place \d \(the lane of late/),
  ).toBeVisible();
  await first.click();
  await expect(sales(page).getByText(/Posted in batch 4, place \d \(lane 1\)/)).toBeVisible();
});

test("a re-attributed sale shows who has its lines now", async ({ page, world, site }) => {
  await page.goto(programUrl(site, world.rpcUrl, world.deal));
  await page.getByLabel("Find a sale by its id").fill("DONE-3");
  await sale(page, "DONE-3").nth(1).click();
  const lines = sales(page).getByRole("table", { name: "Lines of sale DONE-3" });
  await expect(lines.getByRole("row").nth(1)).toContainText(/finisher.*contoso/);
  await expect(sales(page).getByText("it was contoso")).toBeVisible();
});

test("a void duplicate shows nothing of it as earned", async ({ page, world, site }) => {
  await page.goto(programUrl(site, world.rpcUrl, world.deal));
  await page.getByLabel("Find a sale by its id").fill("FULL-2");
  const row = sales(page).getByRole("row").filter({ hasText: "FULL-2" }).first();
  await expect(row).toContainText("Void");
  await expect(row.locator("td:last-child data")).toHaveAttribute("value", "0");
  await sale(page, "FULL-2").nth(0).click();
  await expect(sales(page).getByText("Another sale of this id stands before it")).toBeVisible();
});

test("anyone makes a sale void that was posted twice", async ({ page, world, site, reader }) => {
  await onItsOwnChain(world, async () => {
    await visitAs(page, VISITOR, programUrl(site, world.rpcUrl, world.deal));
    await page.getByLabel("Find a sale by its id").fill("DONE-3");
    await sale(page, "DONE-3").nth(0).click();
    await sales(page).getByRole("button", { name: "Make it void" }).click();
    await expect(sale(page, "DONE-3").nth(0)).toContainText("Void");
    await expect(sale(page, "DONE-3").nth(0)).not.toContainText("Duplicate");
    const { head } = await showPosted(reader, world.deal, toId("DONE-3"), 1);
    const state = await reader.readContract({
      address: world.deal,
      abi: programAbi,
      functionName: "stateOf",
      args: [(head >> 190n) & 0xffff_ffffn, head >> 222n],
    });
    expect(state.dispute).toBe(3);
    expect(state.refunded).toBe(50_000_000n);
  });
});

test("a sale that the one before it does not cover is frozen for the arbiter", async ({
  page,
  world,
  site,
}) => {
  await onItsOwnChain(world, async () => {
    await visitAs(page, VISITOR, programUrl(site, world.rpcUrl, world.deal));
    await page.getByLabel("Find a sale by its id").fill("OPEN-2");
    await sale(page, "OPEN-2").nth(0).click();
    await expect(sales(page).getByText("The other one does not cover it")).toBeVisible();
    await sales(page).getByRole("button", { name: "Have it frozen" }).click();
    await expect(sale(page, "OPEN-2").nth(0)).toContainText("Frozen");
    await expect(sales(page).getByText("It waits for the arbiter.")).toBeVisible();
    const disputes = page.getByRole("region", { name: "Disputes", exact: true });
    const row = disputes.getByRole("row").filter({ hasText: "OPEN-2" });
    await expect(row).toContainText(/a sale of the same id.*Frozen/);
  });
});

test("a visitor who is not connected, or declines, is told so", async ({ page, world, site }) => {
  const wallet = await installWallet(page, world.rpcUrl, VISITOR);
  wallet.answer = "reject";
  await page.goto(programUrl(site, world.rpcUrl, world.deal));
  await page.getByLabel("Find a sale by its id").fill("DONE-3");
  await sale(page, "DONE-3").nth(0).click();
  await sales(page).getByRole("button", { name: "Connect to make it void" }).click();
  await page.getByRole("button", { name: "Test Wallet" }).click();
  await sales(page).getByRole("button", { name: "Make it void" }).click();
  await expect(sales(page).getByText("You declined in your wallet")).toBeVisible();
});

onEachScreen(() => {
  test("sales posted twice have no accessibility violation", async ({ page, world, site }) => {
    await page.goto(programUrl(site, world.rpcUrl, world.deal));
    await sale(page, "DONE-3").nth(0).click();
    await expect(sales(page).getByRole("button", { name: /make it void/ })).toBeVisible();
    await expectSound(page);
  });
});

function sales(page: Page): Locator {
  return page.getByRole("region", { name: "Sales", exact: true });
}

/** The buttons that open the sales of an id, the newest first. */
function sale(page: Page, id: string): Locator {
  return sales(page).getByRole("button", { name: id });
}
