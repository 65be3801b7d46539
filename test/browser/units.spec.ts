import type { Locator } from "@playwright/test";
import { ETHER } from "../../core/currency/ETHER.ts";
import { equityPlanAbi } from "../../generated/abis/EquityPlan.ts";
import { testTokenAbi } from "../../generated/abis/TestToken.ts";
import { accountAt } from "./support/accountAt.ts";
import { exactOf } from "./support/exactOf.ts";
import { expectSound } from "./support/expectSound.ts";
import { figure } from "./support/figure.ts";
import { GRANTS } from "./support/fillPlan.ts";
import { onEachScreen } from "./support/onEachScreen.ts";
import { onItsOwnChain } from "./support/onItsOwnChain.ts";
import { planOf } from "./support/planOf.ts";
import { region } from "./support/region.ts";
import { DAY } from "./support/termsOf.ts";
import { expect, test } from "./support/test.ts";
import { holderUrl } from "./support/urls.ts";
import { visitAs } from "./support/visitAs.ts";
import { ACTORS } from "./support/World.ts";

const [VESTING] = ACTORS.partners;

test("a holder sees what is vested, and will be, as the contract has it", async ({
  page,
  world,
  site,
  reader,
}) => {
  const plan = planOf(reader, world);
  const holder = accountAt(VESTING).address;
  await page.goto(holderUrl(site, world.rpcUrl, world.plan, holder));
  const grant = region(page, "Grant 1");
  const { timestamp } = await reader.getBlock();
  const vested = await plan.vested(GRANTS.vesting, timestamp);
  expect(vested).toBe(20_000n);
  await expect(figure(grant, "Vested today")).toHaveAttribute("value", `${vested}`);
  await expect(figure(grant, "Units")).toHaveAttribute("value", "48000");
  await expect(figure(grant, "Leaving today would keep")).toHaveAttribute("value", "16000");

  const chart = grant.getByRole("img");
  await expect(chart).toHaveAttribute(
    "aria-label",
    /Vested units by time: 20,000 today, 48,000 on/,
  );
  await expect(chart).toHaveAttribute("aria-label", /The clock stands still from/);
  await expect(chart.getByText("cliff")).toBeVisible();
  await expect(chart.getByText("paused")).toBeVisible();
  await expect(chart.getByText("today")).toBeVisible();

  await grant.getByRole("radio", { name: "Table" }).click();
  const rows = await rowsOf(grant);
  expect(rows.map(({ what }) => what).filter((what) => what !== "")).toEqual([
    "begins",
    "cliff",
    "clock stops",
    "clock runs",
    "today",
    "ends",
  ]);
  const stops = rows.find(({ what }) => what === "clock stops");
  const runs = rows.find(({ what }) => what === "clock runs");
  expect(runs?.units).toBe(stops?.units);
  expect(Number(runs?.time) - Number(stops?.time)).toBeGreaterThan(29 * DAY);
  const future = rows.filter(({ time }) => time > timestamp);
  expect(future.length).toBeGreaterThan(20);
  for (const { time, units } of future) expect(units).toBe(await plan.vested(1n, time));
  expect(rows.at(-1)?.units).toBe(48_000n);
});

interface VestingRow {
  readonly time: bigint;
  readonly units: bigint;
  readonly what: string;
}

/** All pages of the table. */
async function rowsOf(grant: Locator): Promise<VestingRow[]> {
  const rows: VestingRow[] = [];
  for (;;) {
    for (const row of await grant
      .getByRole("region", { name: "Table: Vesting" })
      .locator("tbody tr")
      .all()) {
      const time = await row.locator("time").getAttribute("datetime");
      const what = await row.locator("td").last().textContent();
      rows.push({
        time: BigInt(Date.parse(time ?? "") / 1_000),
        units: await exactOf(row.locator("data")),
        what: (what ?? "").replace("as all stands now", "").trim(),
      });
    }
    const next = grant.getByRole("button", { name: "Next" });
    if (await next.isDisabled()) return rows;
    await next.click();
  }
}

test("a holder of two grants sees their money in both currencies, their hurdle and their votes", async ({
  page,
  world,
  site,
  reader,
}) => {
  const plan = planOf(reader, world);
  const holder = accountAt(VESTING).address;
  await page.goto(holderUrl(site, world.rpcUrl, world.plan, holder));
  for (const [symbol, currency] of [
    ["USDC", world.token],
    ["ETH", ETHER],
  ] as const) {
    const money = region(page, `Money in ${symbol}`);
    const own = await Promise.all([1n, 6n].map((id) => plan.earnings(id, currency)));
    const sum = (name: "held" | "paid") => own.reduce((all, one) => all + one[name], 0n);
    await expect(figure(money, "Paid")).toHaveAttribute("value", `${sum("paid")}`);
    // What is held becomes payable by the second.
    const held = await exactOf(figure(money, "Held"));
    const payable = await exactOf(figure(money, "Payable"));
    const all = own.reduce((amount, one) => amount + one.held + one.payable_ + one.owed, 0n);
    expect(held + payable).toBe(all);
    expect(payable).toBeGreaterThan(0n);
  }
  const second = region(page, "Grant 6");
  const { level } = await plan.level(world.token);
  const text = await second
    .getByRole("progressbar", { name: "In USDC" })
    .getAttribute("aria-valuetext");
  expect(text).toMatch(/^0\.0\d+ of 0\.05 USDC a unit; [\d,.]+ USDC more have to arrive$/);
  const needed = BigInt((/; ([\d,.]+) USDC/.exec(text ?? "")?.[1] ?? "").replaceAll(/\D/g, ""));
  await expect(second.getByRole("progressbar", { name: "In ETH" })).toHaveAttribute(
    "aria-valuenow",
    "100",
  );
  await expect(page.getByText(/^Votes:/).locator("data")).toHaveAttribute("value", "54000");
  await expect(region(page, "What happened")).toContainText("clock stopped");

  // So much, and no less, lifts the plan to the hurdle.
  await onItsOwnChain(world, async (chain) => {
    const { counted } = await plan.level(world.token);
    const arrived = (await plan.tokensOf(world.plan)) - counted;
    const target = 50_000n * 2n ** 64n;
    const account = accountAt(ACTORS.operator).address;
    const pay = async (amount: bigint): Promise<bigint> => {
      const token = { address: world.token, abi: testTokenAbi, account } as const;
      await chain.writeContract({ ...token, functionName: "mint", args: [world.plan, amount] });
      await chain.writeContract({
        ...{ address: world.plan, abi: equityPlanAbi, account },
        ...{ functionName: "sync", args: [world.token] },
      });
      return (await plan.level(world.token)).level;
    };
    const before = await pay(needed - arrived - 1n);
    expect(before).toBeGreaterThan(level);
    expect(before).toBeLessThan(target);
    expect(await pay(1n)).toBe(target);
  });
});

onEachScreen(() => {
  test("“My units” has no accessibility violation", async ({ page, world, site }) => {
    const holder = accountAt(VESTING);
    await visitAs(page, holder, holderUrl(site, world.rpcUrl, world.plan, holder.address));
    const grant = region(page, "Grant 1");
    await expect(grant.getByRole("img")).toBeVisible();
    await expectSound(page);
    await grant.getByRole("radio", { name: "Table" }).click();
    await grant.getByRole("button", { name: "Resign …" }).click();
    await grant.getByRole("button", { name: "Move to another wallet …" }).click();
    await grant.getByLabel("The new wallet").fill("0x12");
    await expect(
      grant.getByRole("region", { name: "Table: What you keep and lose" }),
    ).toBeVisible();
    await expectSound(page);
  });
});

test("a holder resigns by keyboard alone", async ({ page, world, site }) => {
  const holder = accountAt(VESTING);
  const url = holderUrl(site, world.rpcUrl, world.plan, holder.address);
  const wallet = await visitAs(page, holder, url);
  wallet.answer = "reject";
  const grant = region(page, "Grant 1");
  const opener = grant.getByRole("button", { name: "Resign …" });
  await opener.focus();
  await page.keyboard.press("Enter");
  await expect(opener).toHaveAttribute("aria-expanded", "true");
  await expect(opener).toBeFocused();
  const send = grant.getByRole("button", { name: /^Resign on/ });
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press("Tab");
    if (await send.evaluate((button) => button === button.ownerDocument.activeElement)) break;
  }
  await expect(send).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(grant.getByText("You declined in your wallet")).toBeVisible();
});
