import type { Locator, Page } from "@playwright/test";
import { zeroHash } from "viem";
import { toId } from "../../core/ids/toId.ts";
import { shortenHex } from "../../core/text/shortenHex.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { accountAt } from "./support/accountAt.ts";
import { holdNews } from "./support/holdNews.ts";
import { onItsOwnChain } from "./support/onItsOwnChain.ts";
import { programOf } from "./support/programOf.ts";
import { region } from "./support/region.ts";
import { showPosted } from "./support/showPosted.ts";
import { expect, test } from "./support/test.ts";
import { programUrl } from "./support/urls.ts";
import { visitAs } from "./support/visitAs.ts";
import { ACTORS } from "./support/World.ts";

const NORTHWIND = accountAt(ACTORS.partners[0]);
const ARBITER = accountAt(ACTORS.arbiter);
const OPERATOR = accountAt(ACTORS.operator);

test("a partner disputes a sale, with its reason, and the lines are frozen", async ({
  page,
  world,
  site,
  reader,
}) => {
  const { frozen } = programOf(reader, world.deal);
  await onItsOwnChain(world, async () => {
    const before = await frozen(world.token);
    await visitAs(page, NORTHWIND, programUrl(site, world.rpcUrl, world.deal));
    const sales = await open(page, "DONE-2");
    await sales.getByRole("button", { name: "Dispute this sale …" }).click();
    await expect(sales.getByLabel("Your role in it")).toHaveValue("3");
    await expect(sales.getByRole("button", { name: "Dispute it" })).toBeDisabled();
    await sales.getByLabel("What is wrong with it").fill("It was two completions");
    await sales.getByRole("button", { name: "Dispute it" }).click();
    await expect(sales.getByRole("status").filter({ hasText: "Disputed" })).toBeVisible();
    // The finisher has half of the 50.
    expect((await frozen(world.token)) - before).toBe(25_000_000n);
    const row = region(page, "Disputes").getByRole("row").filter({ hasText: "DONE-2" });
    await expect(row).toContainText(/northwind.*Frozen.*It was two completions/);
  });
});

test("a partner disputes a sale once, and who is none does not", async ({ page, world, site }) => {
  await onItsOwnChain(world, async () => {
    const wallet = await visitAs(page, NORTHWIND, programUrl(site, world.rpcUrl, world.deal));
    const sales = await open(page, "FULL-3");
    await expect(sales).toContainText("sales reattribute");
    await expect(sales.getByRole("button", { name: "Let it stand" })).toBeDisabled();
    await expect(sales).toContainText(`Only ${shortenHex(ARBITER.address)} can.`);
    await sales.getByRole("button", { name: "Dispute this sale …" }).click();
    await sales.getByLabel("What is wrong with it").fill("once more");
    await sales.getByRole("button", { name: "Dispute it" }).click();
    await expect(sales.getByRole("alert")).toContainText("was disputed by this partner before");
    expect(wallet.asked).not.toContain("eth_sendTransaction");
  });
  const other = await page.context().newPage();
  const stranger = accountAt(ACTORS.customer);
  await visitAs(other, stranger, programUrl(site, world.rpcUrl, world.deal));
  const sales = await open(other, "FULL-3");
  await sales.getByRole("button", { name: "Dispute this sale …" }).click();
  await expect(sales).toContainText("Only a partner of this program can");
  await expect(sales.getByRole("button", { name: "Dispute it" })).toBeDisabled();
  await other.close();
});

test("the arbiter makes a disputed sale void", async ({ page, world, site, reader }) => {
  const { frozen } = programOf(reader, world.deal);
  await onItsOwnChain(world, async () => {
    expect(await frozen(world.token)).toBeGreaterThan(0n);
    await visitAs(page, ARBITER, programUrl(site, world.rpcUrl, world.deal));
    const sales = await open(page, "FULL-3");
    await sales.getByLabel("Why it is decided so").fill("never ordered");
    await sales.getByRole("button", { name: "Make it void" }).click();
    await expect(sales.getByRole("status").filter({ hasText: "It is void" })).toBeVisible();
    expect(await frozen(world.token)).toBe(0n);
    const row = region(page, "Disputes").getByRole("row").filter({ hasText: "FULL-3" });
    await expect(row).toContainText(/Void.*never ordered/);
    await expect(sales.getByRole("button", { name: "Make it void" })).toHaveCount(0);
    await expect(sales.getByRole("button", { name: "Dispute this sale …" })).toHaveCount(0);
  });
});

test("the arbiter lets a disputed sale stand", async ({ page, world, site, reader }) => {
  const { frozen } = programOf(reader, world.deal);
  await onItsOwnChain(world, async () => {
    await visitAs(page, ARBITER, programUrl(site, world.rpcUrl, world.deal));
    const sales = await open(page, "FULL-3");
    await sales.getByRole("button", { name: "Let it stand" }).click();
    await expect(sales.getByRole("status").filter({ hasText: "It stands" })).toBeVisible();
    expect(await frozen(world.token)).toBe(0n);
    await expect(sales.getByRole("button", { name: "Dispute this sale …" })).toBeVisible();
  });
});

test("a dispute that is decided already is not decided again", async ({
  page,
  world,
  site,
  reader,
}) => {
  await onItsOwnChain(world, async (chain) => {
    const wallet = await visitAs(page, ARBITER, programUrl(site, world.rpcUrl, world.deal));
    const sales = await open(page, "FULL-3");
    await expect(sales.getByRole("button", { name: "Let it stand" })).toBeEnabled();
    const shown = await showPosted(reader, world.deal, toId("FULL-3"));
    await holdNews(page, world.rpcUrl);
    await chain.writeContract({
      ...{ account: ARBITER, address: world.deal, abi: programAbi },
      ...{ functionName: "upholdSale", args: [shown, ""] },
    });
    await sales.getByRole("button", { name: "Let it stand" }).click();
    await expect(sales.getByRole("alert")).toBeVisible();
    expect(wallet.asked).not.toContain("eth_sendTransaction");
  });
});

test("the operator refunds a sale in part and then in whole, each by an id of its own", async ({
  page,
  world,
  site,
  reader,
}) => {
  await onItsOwnChain(world, async () => {
    await visitAs(page, OPERATOR, programUrl(site, world.rpcUrl, world.deal));
    const sales = await open(page, "OPEN-2");
    await sales.getByRole("button", { name: "Refund this sale …" }).click();
    const send = sales.getByRole("button", { name: /^Refund [\d,.]+/ });
    await expect(send).toBeDisabled();
    await sales.getByLabel("The refund’s id").fill("RF-77");
    await sales.getByLabel("Amount (USDC)").fill("6000");
    await expect(sales).toContainText("Of the sale 3,456.789012 USDC are left.");
    await sales.getByLabel("Amount (USDC)").fill("1250.5");
    await sales.getByLabel("Why").fill("a quarter was never delivered");
    await expect(send).toContainText("1,250.50 USDC");
    await send.click();
    await expect(sales.getByRole("status").filter({ hasText: "Refunded" })).toBeVisible();
    await expect(sales).toContainText(/RF-77.*1,250\.50.*a quarter was never delivered/);
    await expect(sales).toContainText("RF-77 is a refund of this sale already.");
    await expect(send).toBeDisabled();
    await sales.getByLabel("The refund’s id").fill("RF-78");
    await sales.getByLabel("Amount (USDC)").fill("");
    await expect(send).toContainText("2,206.289012 USDC");
    await send.click();
    await expect(sales).toContainText("RF-78");
    await expect(sales.getByRole("button", { name: "Refund this sale …" })).toHaveCount(0);
    const shown = await showPosted(reader, world.deal, toId("OPEN-2"));
    const [, refunded] = await programOf(reader, world.deal).sale(shown);
    expect(refunded).toBe(3_456_789_012n);
  });
});

test("a refund that another one came before changes nothing, and says so", async ({
  page,
  world,
  site,
  reader,
}) => {
  await onItsOwnChain(world, async (chain) => {
    await visitAs(page, OPERATOR, programUrl(site, world.rpcUrl, world.deal));
    const sales = await open(page, "OPEN-2");
    await sales.getByRole("button", { name: "Refund this sale …" }).click();
    await sales.getByLabel("The refund’s id").fill("RF-80");
    const sale = await showPosted(reader, world.deal, toId("OPEN-2"));
    await holdNews(page, world.rpcUrl);
    const refund = { id: toId("RF-79"), sale, tag: 0n, amount: 1_000_000n, reason: "" };
    await chain.writeContract({
      ...{ account: OPERATOR, address: world.deal, abi: programAbi },
      ...{ functionName: "refund", args: [[refund], zeroHash] },
    });
    await sales.getByLabel("Amount (USDC)").fill("10");
    await sales.getByRole("button", { name: /^Refund 10/ }).click();
    await expect(sales.getByRole("alert")).toContainText("Nothing was refunded");
    const [, refunded] = await programOf(reader, world.deal).sale(sale);
    expect(refunded).toBe(1_000_000n);
  });
});

test("who is not the operator has no refunds in the way", async ({ page, world, site }) => {
  await visitAs(page, NORTHWIND, programUrl(site, world.rpcUrl, world.deal));
  const sales = await open(page, "OPEN-2");
  await expect(sales.getByRole("button", { name: "Dispute this sale …" })).toBeVisible();
  await expect(sales.getByRole("button", { name: "Refund this sale …" })).toHaveCount(0);
});

/** Opens the first sale of a name. */
async function open(page: Page, name: string): Promise<Locator> {
  const sales = region(page, "Sales");
  await sales.getByLabel("Find a sale by its id").fill(name);
  await sales.getByRole("button", { name }).last().click();
  return sales;
}
