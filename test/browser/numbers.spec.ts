import type { Locator } from "@playwright/test";
import { type Address, encodeAbiParameters, getAbiItem, keccak256, type PublicClient } from "viem";
import { decodeSale } from "../../core/batches/decodeSale.ts";
import { toId } from "../../core/ids/toId.ts";
import { readLedger } from "../../core/ledger/readLedger.ts";
import { salePlace } from "../../core/ledger/salePlace.ts";
import { decodeEventsNamed } from "../../core/logs/decodeEventsNamed.ts";
import { sum } from "../../core/money/sum.ts";
import { sumOfAmounts } from "../../core/money/sumOfAmounts.ts";
import { formatAmount } from "../../core/text/formatAmount.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { accountAt } from "./support/accountAt.ts";
import { figure } from "./support/figure.ts";
import { showPosted } from "./support/showPosted.ts";
import { expect, test } from "./support/test.ts";
import { partnerUrl, programUrl } from "./support/urls.ts";
import { ACTORS } from "./support/World.ts";

const ETHER = "0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE";
const SALES = { name: "Sales", exact: true } as const;

test("the partners' table shows each account of the program", async ({
  page,
  world,
  site,
  reader,
}) => {
  await page.goto(programUrl(site, world.rpcUrl, world.program));
  const table = page.getByRole("region", { name: "Partners", exact: true });
  for (const index of ACTORS.partners) {
    const party = accountAt(index).address;
    const account = await reader.readContract({
      address: world.program,
      abi: programAbi,
      functionName: "account",
      args: [party, world.token],
    });
    const row = table.getByRole("row").filter({ has: page.getByTitle(party, { exact: true }) });
    const amountIn = (cell: number): Locator =>
      row.getByRole("cell").nth(cell).locator("data").first();
    await expectAmount(amountIn(3), account.net, 6);
    await expectAmount(amountIn(4), account.claimable, 6);
  }
});

test("a partner's page shows its account in each currency", async ({
  page,
  world,
  site,
  reader,
}) => {
  const party = accountAt(ACTORS.partners[0]).address;
  await page.goto(partnerUrl(site, world.rpcUrl, world.program, party));
  const currencies: readonly (readonly [string, Address, number])[] = [
    ["USDC", world.token, 6],
    ["ETH", ETHER, 18],
  ];
  for (const [symbol, currency, decimals] of currencies) {
    const account = await reader.readContract({
      address: world.program,
      abi: programAbi,
      functionName: "account",
      args: [party, currency],
    });
    const { earned, reversed } = await lineSums(reader, world.program, 1, currency);
    expect(earned).toBeGreaterThan(0n);
    expect(earned - reversed).toBe(account.net);
    const money = page.getByRole("region", { name: `Money in ${symbol}` });
    await expectAmount(figure(money, "Earned"), earned, decimals);
    await expectAmount(figure(money, "Reversed"), reversed, decimals);
    await expectAmount(figure(money, "Held"), account.held, decimals);
    await expectAmount(figure(money, "Locked"), account.locked, decimals);
    await expectAmount(figure(money, "Claimed"), account.claimed, decimals);
    await expectAmount(figure(money, "Claimable"), account.claimable, decimals);
    // What is held is told with the dates on which it locks, and they add up.
    if (account.held > 0n) await expect(money.getByRole("listitem").first()).toBeVisible();
    const dated = await money.getByRole("listitem").locator("data").all();
    const held = await Promise.all(dated.map(exactOf));
    expect(held.reduce((sum, amount) => sum + amount, 0n)).toBe(account.held);
  }
});

test("a sale opens to the lines that the program gives for it", async ({
  page,
  world,
  site,
  reader,
}) => {
  const lines = await reader.readContract({
    address: world.program,
    abi: programAbi,
    functionName: "describeSale",
    args: [await showPosted(reader, world.program, toId("INV-0014"))],
  });
  await page.goto(programUrl(site, world.rpcUrl, world.program));
  const sales = page.getByRole("region", SALES);
  await sales.getByRole("button", { name: "INV-0014" }).click();
  const rows = sales.getByRole("table", { name: "Lines of sale INV-0014" }).locator("tbody tr");
  await expect(rows).toHaveCount(lines.length);
  for (const [index, line] of lines.entries()) {
    await expect(rows.nth(index)).toContainText(line.source);
    await expectAmount(rows.nth(index).locator("data").first(), line.amount, 6);
  }
});

test("a refunded sale tells how much, which lines and why", async ({ page, world, site }) => {
  await page.goto(programUrl(site, world.rpcUrl, world.program));
  const sales = page.getByRole("region", SALES);
  await sales.getByRole("button", { name: "INV-0013" }).click();
  await expect(sales.getByText("part of the seats was cancelled")).toBeVisible();
  await expect(sales.getByText("reversed").first()).toBeVisible();
});

test("the chart's table conserves the revenue", async ({ page, world, site }) => {
  await page.goto(programUrl(site, world.rpcUrl, world.program));
  const totals = page.getByRole("region", { name: "Totals in USDC" });
  const revenue = await exactOf(figure(totals, "Revenue"));
  const refunded = await exactOf(figure(totals, "Refunded"));
  const flow = page.getByRole("region", { name: "Where the money goes" });
  await flow.getByRole("radio", { name: "Table" }).click();
  const rows = flow.locator("tbody tr");
  const name = "Acme SaaS ecosystem";
  await expect(rows.first()).toBeVisible();
  for (const column of [1, 2]) {
    const cell = page.locator(`td:nth-child(${3 - column})`, { hasText: name });
    const amounts = await rows.filter({ has: cell }).locator("data").all();
    const sum = (await Promise.all(amounts.map(exactOf))).reduce((a, b) => a + b, 0n);
    expect(sum).toBe(revenue - refunded);
  }
});

test("the program is shown solvent, by its own numbers", async ({ page, world, site, reader }) => {
  const all = await reader.readContract({
    address: world.program,
    abi: programAbi,
    functionName: "solvency",
  });
  const own = all.find(({ currency }) => currency === world.token);
  await page.goto(programUrl(site, world.rpcUrl, world.program));
  const totals = page.getByRole("region", { name: "Totals in USDC" });
  await expect(totals.getByText("Solvent.")).toBeVisible();
  const amounts = totals.locator("p data");
  await expectAmount(amounts.nth(0), own?.balance ?? -1n, 6);
  await expectAmount(amounts.nth(1), own?.owed ?? -1n, 6);
});

test("the terms on the page are those that the program announces", async ({
  page,
  world,
  site,
  reader,
}) => {
  const contract = { address: world.program, abi: programAbi } as const;
  const terms = await reader.readContract({ ...contract, functionName: "terms" });
  const { outputs } = getAbiItem({ abi: programAbi, name: "terms" });
  expect(await reader.readContract({ ...contract, functionName: "termsHash" })).toBe(
    keccak256(encodeAbiParameters(outputs, [terms])),
  );
  await page.goto(programUrl(site, world.rpcUrl, world.program));
  await expect(page.getByText("It is the hash of the terms shown here.")).toBeVisible();
  const text = page.getByRole("region", { name: "The terms in plain words" });
  await expect(text).toContainText("Earns 15 % of each sale.");
  await expect(text).toContainText("Earns 10 % of each sale of the kind expansion.");
  await expect(text).toContainText("The partner’s tier adds +5 % in tier partner.");
  await expect(text).toContainText("All lines together never take more than 70 % of a sale.");
});

async function expectAmount(data: Locator, amount: bigint, decimals: number): Promise<void> {
  await expect(data).toHaveAttribute("value", amount.toString());
  await expect(data).toContainText(formatAmount(amount, decimals).text);
}

/** What a partner's lines gave it, and what refunds took back of them, by the events. */
async function lineSums(
  reader: PublicClient,
  program: Address,
  partner: number,
  currency: Address,
): Promise<{ earned: bigint; reversed: bigint }> {
  const logs = await reader.getLogs({ address: program, fromBlock: 0n });
  const sales = readLedger(logs, ETHER).sales.filter((sale) => sale.currency === currency);
  const posted = new Map(sales.map(({ at, words, head }) => [at, decodeSale({ head, words })]));
  const reversals = decodeEventsNamed(logs, ["SaleRefunded"]).flatMap(({ args }) => {
    const lines = posted.get(salePlace(args.batch, args.place))?.lines ?? [];
    return lines.flatMap((line, index) =>
      line.partner === partner ? [args.reversed[index] ?? 0n] : [],
    );
  });
  const lines = [...posted.values()].flatMap((sale) => sale.lines);
  const own = lines.filter((line) => line.partner === partner);
  return { earned: sumOfAmounts(own), reversed: sum(reversals) };
}

async function exactOf(data: Locator): Promise<bigint> {
  return BigInt((await data.getAttribute("value")) ?? "");
}
