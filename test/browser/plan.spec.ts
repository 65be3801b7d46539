import type { Locator } from "@playwright/test";
import { ETHER } from "../../core/currency/ETHER.ts";
import { accountAt } from "./support/accountAt.ts";
import { exactOf } from "./support/exactOf.ts";
import { expectSound } from "./support/expectSound.ts";
import { figure } from "./support/figure.ts";
import { limitRanges, refuseCalls } from "./support/limitRanges.ts";
import { onEachScreen } from "./support/onEachScreen.ts";
import { onItsOwnChain } from "./support/onItsOwnChain.ts";
import { planOf } from "./support/planOf.ts";
import { region } from "./support/region.ts";
import { expect, test } from "./support/test.ts";
import { holderUrl, programUrl } from "./support/urls.ts";
import { ACTORS } from "./support/World.ts";

const [VESTING, , , LEFT] = ACTORS.partners;

test("a plan shows its units by class, its money in two currencies and where that goes", async ({
  page,
  world,
  site,
  reader,
}) => {
  const plan = planOf(reader, world);
  await page.goto(programUrl(site, world.rpcUrl, world.plan));
  await expect(page.getByRole("heading", { level: 1, name: "Fernwood" })).toBeVisible();
  const units = region(page, "Units");
  const { outstanding, byClass } = await plan.overview();
  await expect(figure(units, "Authorised")).toHaveAttribute("value", "200000");
  await expect(figure(units, "Granted")).toHaveAttribute("value", `${outstanding}`);
  await expect(figure(units, "Free")).toHaveAttribute("value", `${200_000n - outstanding}`);
  const classes = units.getByRole("region", { name: "Table: Classes" }).locator("tbody tr");
  for (const [group, granted] of byClass.entries())
    await expect(classes.nth(group).locator("data").first()).toHaveAttribute("value", `${granted}`);
  await expect(classes.nth(1)).toContainText("0.05 USDC");
  await expect(classes.nth(1)).toContainText("0.000005 ETH");
  await expect(classes.nth(1)).toContainText(/after [\d,.]+ USDC more/);
  await expect(classes.nth(1)).toContainText("in ETH");

  for (const [symbol, currency] of [
    ["USDC", world.token],
    ["ETH", ETHER],
  ] as const) {
    const money = region(page, `Money in ${symbol}`);
    const level = await plan.level(currency);
    const { counted, waiting, treasury, tax, offered } = level;
    await expect(figure(money, "For the treasury")).toHaveAttribute("value", `${treasury}`);
    await expect(figure(money, "For the tax account")).toHaveAttribute("value", `${tax}`);
    await expect(figure(money, "On offer")).toHaveAttribute("value", `${offered}`);
    const rest = counted - waiting - treasury - tax - offered;
    await expect(figure(money, "For holders")).toHaveAttribute("value", `${rest}`);
  }
  await expect(figure(region(page, "Money in USDC"), "Not shared yet")).toHaveAttribute(
    "value",
    "500123457",
  );

  await page.getByRole("radio", { name: "ETH" }).click();
  const flow = region(page, "Where the money goes");
  await flow.getByRole("radio", { name: "Table" }).click();
  const streams = flow.getByRole("region", { name: "Table: The money’s way" });
  await expect(streams).toContainText("Fernwood shop: profit share");
  const out = await amountsFrom(streams, "Fernwood");
  const into = await amountsTo(streams, "Fernwood");
  // Rounding leaves less than a unit for each time that money is shared and each grant.
  expect(into - out).toBeGreaterThanOrEqual(0n);
  expect(into - out).toBeLessThan(20n);

  const grants = region(page, "Grants");
  await expect(grants.locator("tbody tr")).toHaveCount(6);
  await expect(grants.locator("tbody tr").nth(3)).toContainText("resigned");
  await grants.getByRole("link", { name: "0x90F7" }).first().click();
  await expect(page.getByRole("heading", { name: /^Units of 0x90F7/ })).toBeVisible();
});

async function amountsFrom(table: Locator, name: string): Promise<bigint> {
  return sumOf(table, 0, name);
}

async function amountsTo(table: Locator, name: string): Promise<bigint> {
  return sumOf(table, 1, name);
}

async function sumOf(table: Locator, column: number, name: string): Promise<bigint> {
  let sum = 0n;
  for (const row of await table.locator("tbody tr").all()) {
    const cell = await row.locator("td").nth(column).textContent();
    if (cell === name) sum += await exactOf(row.locator("data"));
  }
  return sum;
}

test("a plan leads to its sources and a program to the plans that hold its lines", async ({
  page,
  world,
  site,
}) => {
  await page.goto(programUrl(site, world.rpcUrl, world.plan));
  await region(page, "Where it comes from").getByRole("link", { name: "Fernwood shop" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Fernwood shop" })).toBeVisible();
  await region(page, "Standing lines").getByRole("link", { name: "an equity plan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Fernwood" })).toBeVisible();
  // A program's link to a plan leads to the plan.
  await page.goto(`${programUrl(site, world.rpcUrl, world.program)}#/program/${world.plan}`);
  await expect(page.getByRole("heading", { level: 1, name: "Fernwood" })).toBeVisible();
});

test("programs.json lists plans too, and the start page takes a plan's address", async ({
  page,
  world,
  site,
}) => {
  await site.setPrograms({
    rpcUrl: world.rpcUrl,
    programs: [
      { address: world.program, name: "The program" },
      { address: world.plan, name: "The plan" },
    ],
  });
  await page.goto(site.url);
  await page.getByRole("link", { name: /The plan Equity plan/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Fernwood" })).toBeVisible();
  await site.setPrograms(undefined);
  await page.goto(site.url);
  await page.getByLabel("Address of the program or plan").fill(world.plan);
  await page.getByRole("button", { name: "Show it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Fernwood" })).toBeVisible();
});

test("an address without a plan, and one without units, are told as such", async ({
  page,
  world,
  site,
}) => {
  await page.goto(`${programUrl(site, world.rpcUrl, world.program)}#/plan/${world.token}`);
  await expect(page.getByRole("alert")).toContainText("is not a Tributary program or equity plan");
  await page.goto(holderUrl(site, world.rpcUrl, world.plan, accountAt(ACTORS.customer).address));
  await expect(page.getByText("This address has no units in this plan.")).toBeVisible();
});

test("the plan's own answers are there while a node still gives its logs, few blocks at a time", async ({
  page,
  world,
  site,
}) => {
  const refused = await limitRanges(page, world.rpcUrl);
  await page.goto(holderUrl(site, world.rpcUrl, world.plan, accountAt(LEFT).address));
  await expect(region(page, "Grant 4").getByText(/^Left on/)).toBeVisible();
  await expect(region(page, "What happened")).toContainText("left");
  expect(refused()).toBeGreaterThan(0);
});

test("a plan shows what it answers where no logs can be had", async ({ page, world, site }) => {
  await refuseCalls(page, world.rpcUrl, ({ method }) =>
    method === "eth_getLogs"
      ? { code: -32_601, message: "the method eth_getLogs is not available" }
      : undefined,
  );
  await page.goto(programUrl(site, world.rpcUrl, world.plan));
  await expect(figure(region(page, "Units"), "Authorised")).toHaveAttribute("value", "200000");
  await expect(region(page, "Grants").locator("tbody tr")).toHaveCount(6);
  await expect(page.getByRole("alert").first()).toBeVisible();
  await page.goto(holderUrl(site, world.rpcUrl, world.plan, accountAt(LEFT).address));
  await expect(figure(region(page, "Grant 4"), "Vested today")).toBeVisible();
  await expect(
    region(page, "Money in USDC").getByRole("button", { name: /^Connect to claim/ }),
  ).toBeEnabled();
  await expect(page.getByRole("alert").first()).toBeVisible();
});

test("a token that tells nothing any more is counted in its smallest unit, and says so", async ({
  page,
  world,
  site,
  reader,
}) => {
  const { treasury } = await planOf(reader, world).level(world.token);
  await onItsOwnChain(world, async (chain) => {
    await chain.setCode({ address: world.token, bytecode: "0xfe" });
    await page.goto(programUrl(site, world.rpcUrl, world.plan));
    const money = region(page, /^Money in units of 0x/);
    await expect(money).toContainText("does not tell what the plan has of it");
    await expect(figure(money, "For the treasury")).toHaveAttribute("value", `${treasury}`);
    await expect(figure(money, "For the treasury")).toContainText(treasury.toLocaleString("en"));
    await page.goto(holderUrl(site, world.rpcUrl, world.plan, accountAt(VESTING).address));
    await expect(money.getByRole("button", { name: "Claim" })).toBeDisabled();
    await expect(money).toContainText("nothing of it can be paid now");
    await expect(
      region(page, "Money in ETH").getByRole("button", { name: /claim/i }),
    ).toBeEnabled();
  });
});

onEachScreen(() => {
  test("the pages of a plan have no accessibility violation", async ({ page, world, site }) => {
    await page.goto(programUrl(site, world.rpcUrl, world.plan));
    await expect(region(page, "Where the money goes").getByRole("img")).toBeVisible();
    await expect(region(page, "Grants").locator("tbody tr")).toHaveCount(6);
    await expectSound(page);
    await region(page, "Where the money goes").getByRole("radio", { name: "Table" }).click();
    await expectSound(page);
  });
});
